package org.convergence.education.workshop.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.convergence.education.workshop.domain.WorkshopSessionQueries.WorkshopSessionRow;
import org.convergence.platform.rendering.Block;
import org.convergence.platform.rendering.Block.Cell;
import org.convergence.platform.rendering.Block.Column;
import org.convergence.platform.rendering.Inline;
import org.convergence.platform.rendering.Paper;
import org.convergence.platform.rendering.PaperDownload;
import org.convergence.platform.rendering.PaperFormat;
import org.convergence.platform.rendering.QrCode;
import org.convergence.platform.rendering.Section;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Option;
import org.convergence.platform.text.Words;
import org.springframework.stereotype.Component;

/** Writes the sheet that participants sign, with the code of the evaluation. */
@Component
record SessionSheetWriter(OrganisationSettings settings, PaperDownload papers) {

    private static final int LINES = 25;

    void write(WorkshopSessionRow row, String evaluation, Words t, HttpServletResponse response) throws IOException {
        papers.send(
                assemble(row, evaluation, t),
                t.say("workshop.sheet.file") + "-" + row.day(),
                PaperFormat.PDF,
                t,
                response);
    }

    /** The questions on paper, to be copied where telephones are not allowed. */
    private static List<Block> questions(Words t) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(Block.text(t.say("workshop.sheet.paper.text")));
        String verdicts = EvaluationController.verdicts(t).stream()
                .map(Option::label)
                .collect(Collectors.joining("\u00a0".repeat(12)));
        for (String question : List.of("learned", "useful", "recommend")) {
            blocks.add(new Block.Subheading(t.say("public.workshop.question." + question)));
            blocks.add(Block.text(verdicts));
        }
        return blocks;
    }

    private Paper assemble(WorkshopSessionRow row, String evaluation, Words t) {
        List<Column> columns = List.of(
                Column.words(t.say("workshop.sheet.name")),
                Column.words(t.say("workshop.sheet.organisation")),
                Column.words(t.say("workshop.sheet.signature")));
        // Two lines high and a third of the page wide, so that there is room to write.
        List<Inline> room = new ArrayList<>(Inline.of("\u00a0".repeat(30)));
        room.add(new Inline.Break());
        room.addAll(Inline.of("\u00a0"));
        List<Cell> empty = Collections.nCopies(3, new Cell(room, null));
        String subtitle = Stream.of(
                        WorkshopFormatter.when(row.day(), row.begins(), t),
                        WorkshopFormatter.place(row.region(), row.place(), t),
                        row.asker() == null ? "" : row.asker())
                .filter(each -> !each.isEmpty())
                .collect(Collectors.joining(" · "));
        return new Paper(
                row.title(),
                subtitle,
                settings.current().name(),
                t.say("workshop.sheet"),
                List.of(
                        Section.of(
                                t.say("workshop.sheet"),
                                List.of(
                                        new Block.Table(
                                                t.say("workshop.sheet"), columns, Collections.nCopies(LINES, empty)),
                                        new Block.PageBreak())),
                        Section.of(
                                t.say("workshop.sheet.evaluation"),
                                List.of(
                                        Block.text(t.say("workshop.sheet.evaluation.text")),
                                        new Block.Photograph(
                                                () -> QrCode.png(evaluation),
                                                "/education/workshop/qr.png",
                                                t.say("workshop.evaluation.qr"),
                                                evaluation),
                                        new Block.PageBreak())),
                        Section.of(t.say("workshop.sheet.paper"), questions(t))),
                Paper.Layout.SHEET);
    }
}
