package org.convergence.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.convergence.platform.rendering.Block;
import org.convergence.platform.rendering.Paper;
import org.convergence.platform.rendering.PaperFormat;
import org.convergence.platform.rendering.RenderingOptions;
import org.convergence.platform.rendering.Section;
import org.convergence.platform.settings.Letterhead;
import org.convergence.platform.text.Language;
import org.convergence.platform.text.Messages;
import org.convergence.platform.text.Words;
import org.junit.jupiter.api.Test;

class PaperFaultsTest {

    private static final Words EN = Messages.load().in(Language.ENGLISH, ZoneId.of("America/Toronto"));
    private static final KnownWords KNOWN = new KnownWords(Set.of("Participations", "Of", "after", "before"));

    @Test
    void findsColumnTitlesCutWithinAWord() throws IOException {
        assertThat(faults("Participations", 14)).isNotEmpty().allMatch(fault -> fault.startsWith("a column title cut"));
    }

    @Test
    void titleMayTakeTwoLines() throws IOException {
        assertThat(faults("Of 25, after before after", 8)).isEmpty();
    }

    private static List<String> faults(String title, int columns) throws IOException {
        Paper paper = new Paper(
                "t",
                "",
                "o",
                "d",
                List.of(Section.of(
                        "s",
                        List.of(new Block.Table(
                                "c",
                                Collections.nCopies(columns, Block.Column.figures(title)),
                                List.of(Collections.nCopies(columns, Block.Cell.of("1"))))))));
        var out = new ByteArrayOutputStream();
        PaperFormat.PDF.write(paper, EN, RenderingOptions.letterPaper("https://plan.example/", Letterhead.NONE), out);
        try (PDDocument pdf = Loader.loadPDF(out.toByteArray())) {
            return PaperFaults.find(pdf, KNOWN);
        }
    }
}
