package org.convergence.directory.handover.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.convergence.directory.handover.HandoverBackgroundSource;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.rendering.Block;
import org.convergence.platform.rendering.MarkdownBlocks;
import org.convergence.platform.rendering.Paper;
import org.convergence.platform.rendering.PaperFormat;
import org.convergence.platform.rendering.RenderingOptions;
import org.convergence.platform.rendering.Section;
import org.convergence.platform.settings.Letterhead;
import org.convergence.platform.shell.FileDownload;
import org.convergence.platform.text.Slug;
import org.convergence.platform.text.Words;

/** The pack on paper: each thing with its state and day, its background, the note; and its download. */
final class HandoverPackAssembler {

    private HandoverPackAssembler() {}

    /** @param parts the things by kind, each kind under its name */
    static Paper assemble(
            String person,
            String subtitle,
            String organisation,
            String note,
            List<HandoverItemGroup> parts,
            List<HandoverBackgroundSource.BackgroundChapter> chapters,
            Words t) {
        List<Section> sections = new ArrayList<>();
        if (!note.isBlank()) {
            sections.add(Section.of(t.say("handover.note"), MarkdownBlocks.parse(note)));
        }
        parts.forEach(part -> sections.add(Section.of(part.title(), List.of(table(part, t)))));
        chapters.forEach(chapter -> sections.add(Section.of(chapter.title(), blocks(chapter))));
        return new Paper(
                t.say("handover.of", person),
                subtitle,
                organisation,
                t.say("handover.paper", person),
                sections,
                Paper.Layout.PLAIN);
    }

    private static Block table(HandoverItemGroup part, Words t) {
        return new Block.Table(
                        t.say("handover.things", part.rows().size()),
                        List.of(
                                Block.Column.words(t.say("handover.column.what")),
                                Block.Column.words(t.say("handover.column.state")),
                                Block.Column.words(t.say("handover.column.when")),
                                Block.Column.words(t.say("handover.column.to"))),
                        part.rows().stream().map(HandoverPackAssembler::cells).toList())
                .withoutEmptyColumns();
    }

    private static List<Block.Cell> cells(HandoverItemGroup.HandoverItemRow row) {
        return Stream.of(row.what(), row.detail(), row.when(), row.to())
                .map(each -> Block.Cell.of(each == null ? "" : each))
                .toList();
    }

    private static List<Block> blocks(HandoverBackgroundSource.BackgroundChapter chapter) {
        List<Block> blocks = new ArrayList<>();
        List<List<Block>> items = new ArrayList<>();
        for (HandoverBackgroundSource.BackgroundEntry entry : chapter.entries()) {
            if (entry.text() != null) {
                blocks.add(new Block.Subheading(entry.what()));
                blocks.addAll(MarkdownBlocks.parse(entry.text()));
            } else {
                String line = entry.detail() == null ? entry.what() : entry.what() + " – " + entry.detail();
                items.add(List.of(Block.text(line)));
            }
        }
        if (!items.isEmpty()) {
            blocks.add(new Block.ItemList(false, items));
        }
        return blocks;
    }

    static PaperFormat format(String word) {
        return PaperFormat.findPaperFormat(word).orElseThrow(() -> new NotFound("format"));
    }

    static void send(Paper paper, PaperFormat rendering, Letterhead letterhead, Words t, HttpServletResponse response)
            throws IOException {
        FileDownload.setHeaders(response, Slug.of(paper.title()) + "." + rendering.extension(), rendering.mediaType());
        rendering.write(paper, t, RenderingOptions.letterPaper("", letterhead), response.getOutputStream());
    }
}
