package org.convergence.platform.rendering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.convergence.platform.settings.Letterhead;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

class PaperFormatsTest {

    private static final RenderingOptions EDITION =
            RenderingOptions.letterPaper("https://plan.exemple.org/", Letterhead.NONE);

    @Test
    void wordHasRealHeadingsAndContents() throws IOException {
        try (XWPFDocument word = word(SamplePapers.annual(5))) {
            assertThat(word.getParagraphs().stream()
                            .filter(paragraph -> "Heading1".equals(paragraph.getStyle()))
                            .map(XWPFParagraph::getText))
                    .containsExactly("En bref", "Mot de la présidence", "Objectif 1", "Photographies");
            assertThat(word.getStyles()
                            .getStyle("Heading2")
                            .getCTStyle()
                            .getPPr()
                            .getOutlineLvl()
                            .getVal())
                    .isEqualTo(1);
            assertThat(word.getDocument().xmlText()).contains("TOC \\o", "w:anchor=\"_Toc1000004\"");
            assertThat(word.getStyles().getCtStyles().xmlText()).contains("w:val=\"fr-CA\"");
            assertThat(word.getProperties().getCoreProperties().getTitle())
                    .isEqualTo("Rapport annuel \"2024-2025\" <b>");
        }
    }

    @Test
    void wordRepeatsTheHeadOfTablesAndDescribesPictures() throws IOException {
        try (XWPFDocument word = word(SamplePapers.annual(5))) {
            XWPFTable table = word.getTables().get(0);
            assertThat(table.getRows()).hasSize(6);
            assertThat(table.getRow(0).isRepeatHeader()).isTrue();
            assertThat(table.getRow(1).getCell(1).getText()).isEqualTo("=Atelier 0");
            assertThat(word.getDocument().xmlText())
                    .contains("descr=\"Un cercle blanc\"", "descr=\"Participations. Femmes\u00a0: 824\"");
            assertThat(word.getParagraphs().stream().map(XWPFParagraph::getText))
                    .contains("Une photo perdue");
        }
    }

    @Test
    void wordNamesATableOnceAndBeginsAPageAfterTheContents() throws IOException {
        var table = new Block.Table(
                "Partie", List.of(Block.Column.words("Quoi")), List.of(List.of(Block.Cell.of("Texte"))));
        Block decision = new Block.Quote(List.of(Block.text("Résolution 1"), Block.text("Adoptée.")));
        Section part = Section.of("Partie", List.of(table, decision));
        try (XWPFDocument word = word(new Paper("Plan", "", "Maison", "", List.of(part)).as(Paper.Layout.CONTENTS))) {
            List<XWPFParagraph> named = word.getParagraphs().stream()
                    .filter(paragraph -> paragraph.getText().equals("Partie") && !paragraph.isPageBreak())
                    .toList();
            assertThat(named).as("only in the contents").hasSize(1);
            assertThat(word.getParagraphs())
                    .filteredOn(XWPFParagraph::isPageBreak)
                    .extracting(XWPFParagraph::getText)
                    .containsExactly("Partie");
            assertThat(word.getParagraphs())
                    .filteredOn(XWPFParagraph::isKeepNext)
                    .extracting(XWPFParagraph::getText)
                    .contains("Résolution 1")
                    .doesNotContain("Adoptée.");
        }
    }

    @Test
    void photographsThatFollowEachOtherStandTogether() {
        Block picture = new Block.Photograph(SamplePapers::photograph, "/photo", "Un cercle", "");
        Paper paper = new Paper(
                "Rapport", "", "Maison", "", List.of(Section.of("", List.of(picture, picture, Block.text("Texte")))));
        Document page = Jsoup.parseBodyFragment(
                PageRenderer.html(paper, SamplePapers.FR).html());
        assertThat(page.select(".pictures")).hasSize(1);
        assertThat(page.select(".pictures > figure")).hasSize(2);
    }

    @Test
    void wordHasListsAndLinks() throws Exception {
        try (XWPFDocument word = word(SamplePapers.annual(1))) {
            XWPFParagraph within = word.getParagraphs().stream()
                    .filter(paragraph -> paragraph.getText().equals("dedans"))
                    .findFirst()
                    .orElseThrow();
            assertThat(within.getNumIlvl()).isEqualTo(1);
            assertThat(within.getNumFmt()).isEqualTo("bullet");
            assertThat(word.getPackagePart().getRelationships())
                    .extracting(relation -> relation.getTargetURI().toString())
                    .contains("https://plan.exemple.org/plan/realisation")
                    .noneMatch(target -> target.startsWith("javascript"));
        }
    }

    @Test
    void excelHasSheetForEachTableAndChart() throws IOException {
        byte[] file = SamplePapers.write(PaperFormat.EXCEL, SamplePapers.annual(5), EDITION);
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(file))) {
            assertThat(workbook.getNumberOfSheets()).isEqualTo(3);
            XSSFSheet sheet = workbook.getSheet("Ateliers donnés");
            assertThat(sheet.getRow(0).getCell(2).getStringCellValue()).isEqualTo("Temps");
            assertThat(sheet.getRow(1).getCell(0).getLocalDateTimeCellValue()).isEqualTo("2025-01-14T00:00:00");
            assertThat(sheet.getRow(1).getCell(1).getCellType()).isEqualTo(CellType.STRING);
            assertThat(sheet.getRow(1).getCell(1).getStringCellValue()).isEqualTo("=Atelier 0");
            assertThat(sheet.getRow(1).getCell(2).getNumericCellValue()).isEqualTo(2.5);
        }
    }

    @Test
    void pageHasHeadingsInOrderAndNoInlineStyle() {
        String html = PageRenderer.html(SamplePapers.annual(5), SamplePapers.FR).html();
        Document page = Jsoup.parseBodyFragment(html);
        assertThat(page.select("h2").eachText())
                .containsExactly("En bref", "Mot de la présidence", "Objectif 1", "Photographies");
        assertThat(page.select("h3").eachText()).containsExactly("Trois choses", "1.2 Ateliers");
        assertThat(html).doesNotContain("style=").doesNotContain("<script");
        assertThat(page.select("a").eachAttr("href"))
                .contains("/plan/realisation", "https://exemple.org")
                .noneMatch(link -> link.startsWith("javascript"));
        assertThat(page.select("img").eachAttr("alt")).contains("Un cercle blanc");
        assertThat(page.select("table th[scope=col]")).isNotEmpty();
    }

    @Test
    void disguisedLinkIsRemoved() {
        for (String address : List.of(
                "//evil.example",
                "/\\evil.example",
                "javascript:1",
                "data:text/html,1",
                " https://x",
                "https://x/ y")) {
            assertThat(EDITION.resolveLink(address)).as(address).isEmpty();
        }
        assertThat(new RenderingOptions(PaperSize.A4, "", Letterhead.NONE).resolveLink("/plan"))
                .isEmpty();
        assertThat(EDITION.resolveLink("/plan")).isEqualTo("https://plan.exemple.org/plan");
    }

    @Test
    void omitsEmptyColumn() {
        Block.Table table = new Block.Table(
                "t",
                List.of(Block.Column.words("Quoi"), Block.Column.words("Quand"), Block.Column.words("À qui")),
                List.of(
                        List.of(Block.Cell.of("Clés"), Block.Cell.of(""), Block.Cell.of("")),
                        List.of(Block.Cell.of("Site"), Block.Cell.of(" "), Block.Cell.of("Alex"))));
        Block.Table filled = table.withoutEmptyColumns();
        assertThat(filled.columns()).extracting(Block.Column::title).containsExactly("Quoi", "À qui");
        assertThat(filled.rows().get(1)).containsExactly(Block.Cell.of("Site"), Block.Cell.of("Alex"));
    }

    @Test
    void leavesOutSectionsWithNothingToRead() {
        Block empty = new Block.Table("t", List.of(Block.Column.words("Quoi")), List.of());
        Section told = Section.of("Dit", List.of(Block.text("Texte.")));
        List<Section> all = List.of(
                Section.of("Tableau", List.of(empty)),
                new Section(
                        "Chapitre", List.of(), List.of(told, Section.of("Titre", List.of(new Block.Subheading("s"))))),
                new Section(
                        "Rien",
                        List.of(),
                        List.of(Section.of("Liste", List.of(new Block.ItemList(false, List.of()))))));
        assertThat(Section.withoutEmpty(all)).containsExactly(new Section("Chapitre", List.of(), List.of(told)));
    }

    @Test
    void longKeyFigureIsSmallerThanItsColumn() {
        Block figures = new Block.Figures(List.of(
                new Block.Figure("1,090\u00a0h\u00a030\u00a0min", "hours", List.of()),
                new Block.Figure("24", "meetings", List.of())));
        Document page = Jsoup.parseBodyFragment(
                PageRenderer.html(List.of(figures), SamplePapers.FR).html());
        assertThat(page.select(".figure.wide b").eachText()).hasSize(1);
    }

    @Test
    void widthsAddUpAndFitLongestWord() {
        Block.Table table = new Block.Table(
                "t",
                List.of(Block.Column.words("Quoi"), Block.Column.figures("Participations")),
                List.of(List.of(Block.Cell.of("Un long titre de réalisation ".repeat(5)), Block.Cell.of("3"))));
        List<Integer> widths = ColumnWidths.compute(table);
        assertThat(widths.stream().mapToInt(Integer::intValue).sum()).isEqualTo(100);
        assertThat(widths.get(1)).isBetween(15, 30);
    }

    @Test
    void brokenOffDownloadIsToldByItsCause() {
        OutputStream closed = new OutputStream() {
            @Override
            public void write(int value) throws IOException {
                throw new IOException("closed by the reader");
            }
        };
        for (PaperFormat format : PaperFormat.values()) {
            assertThatThrownBy(() -> format.write(SamplePapers.annual(5), SamplePapers.FR, EDITION, closed))
                    .as(format.name())
                    .hasRootCauseMessage("closed by the reader");
        }
    }

    @Property(tries = 60)
    void rendersAnyText(@ForAll String written) {
        Paper paper = new Paper(
                written,
                written,
                written,
                written,
                List.of(Section.of(written, MarkdownBlocks.parse("- " + written + "\n\n" + written))));
        for (PaperFormat rendering : PaperFormat.values()) {
            assertThat(SamplePapers.write(rendering, paper, EDITION)).isNotEmpty();
        }
        Element body = Jsoup.parseBodyFragment(
                        PageRenderer.html(paper, SamplePapers.FR).html())
                .body();
        assertThat(body.select("script, img[src^=http], iframe, style")).isEmpty();
    }

    private static XWPFDocument word(Paper paper) throws IOException {
        return new XWPFDocument(new ByteArrayInputStream(SamplePapers.write(PaperFormat.WORD, paper, EDITION)));
    }
}
