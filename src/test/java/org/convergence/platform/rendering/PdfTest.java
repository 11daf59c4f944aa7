package org.convergence.platform.rendering;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.convergence.platform.settings.Letterhead;
import org.junit.jupiter.api.Test;

class PdfTest {

    private static final RenderingOptions LETTER =
            RenderingOptions.letterPaper("https://plan.exemple.org", Letterhead.NONE);

    @Test
    void isTaggedWithLanguageAndTitle() throws IOException {
        try (PDDocument pdf = render(SamplePapers.annual(30), LETTER)) {
            assertThat(pdf.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo("fr-CA");
            assertThat(pdf.getDocumentInformation().getTitle()).isEqualTo("Rapport annuel \"2024-2025\" <b>");
            assertThat(pdf.getDocumentCatalog().getViewerPreferences().displayDocTitle())
                    .isTrue();
            assertThat(new String(pdf.getDocumentCatalog().getMetadata().toByteArray(), UTF_8))
                    .contains("pdfuaid");
            assertThat(tags(pdf)).contains("H1", "H2", "H3", "P", "Table", "TH", "TD", "L", "LI", "Figure", "Link");
        }
    }

    @Test
    void chartsAndPhotographsHaveAlternativeText() throws IOException {
        try (PDDocument pdf = render(SamplePapers.annual(3), LETTER)) {
            List<String> descriptions = new ArrayList<>();
            walk(pdf.getDocumentCatalog().getStructureTreeRoot(), element -> {
                if ("Figure".equals(element.getStructureType())) {
                    descriptions.add(element.getAlternateDescription());
                }
            });
            assertThat(descriptions).containsExactly("Participations. Femmes\u00a0: 824", "Un cercle blanc");
        }
    }

    @Test
    void embedsEveryFont() throws IOException {
        try (PDDocument pdf = render(SamplePapers.annual(3), LETTER)) {
            for (PDPage page : pdf.getPages()) {
                for (COSName name : page.getResources().getFontNames()) {
                    assertThat(page.getResources().getFont(name).isEmbedded()).isTrue();
                }
            }
        }
    }

    @Test
    void contentsAndFootersHavePageNumbers() throws IOException {
        try (PDDocument pdf = render(SamplePapers.annual(120), LETTER)) {
            String text = new PDFTextStripper().getText(pdf).replaceAll("\\s+", " ");
            assertThat(pdf.getNumberOfPages()).isGreaterThan(4);
            assertThat(text).contains("Table des matières", "Page 2 de " + pdf.getNumberOfPages());
            assertThat(text).containsPattern("1\\.2 Ateliers [. ]*\\d").contains("✓ → •");
            assertThat(pdf.getDocumentCatalog()
                            .getDocumentOutline()
                            .getFirstChild()
                            .getTitle())
                    .isEqualTo("En bref");
        }
    }

    @Test
    void pagesAreCountedWithoutDrawing() throws IOException {
        for (int chapters : List.of(3, 30, 120)) {
            Paper paper = SamplePapers.annual(chapters);
            try (PDDocument pdf = render(paper, LETTER)) {
                assertThat(PdfPageCount.count(paper, SamplePapers.FR, LETTER)).isEqualTo(pdf.getNumberOfPages());
            }
        }
    }

    @Test
    void leadersAreInTableOfContentsOnly() throws IOException {
        try (PDDocument pdf = render(SamplePapers.annual(3), LETTER)) {
            var text = new PDFTextStripper();
            text.setEndPage(1);
            assertThat(text.getText(pdf)).containsPattern("[.]{4}");
            text.setStartPage(2);
            text.setEndPage(pdf.getNumberOfPages());
            assertThat(text.getText(pdf)).contains("18 réalisations").doesNotContainPattern("[.]{4}");
        }
    }

    @Test
    void htmlInTextStaysText() throws IOException {
        try (PDDocument pdf = render(SamplePapers.annual(3), LETTER)) {
            assertThat(new PDFTextStripper().getText(pdf)).contains("<script>alert(\"1\")</script>");
        }
    }

    @Test
    void linksLeadToSiteAndExecuteNothing() throws IOException {
        try (PDDocument pdf = render(SamplePapers.annual(3), LETTER)) {
            List<String> links = new ArrayList<>();
            for (PDPage page : pdf.getPages()) {
                for (PDAnnotation annotation : page.getAnnotations()) {
                    if (annotation instanceof PDAnnotationLink link && link.getAction() instanceof PDActionURI action) {
                        links.add(action.getURI());
                    }
                }
            }
            assertThat(links).contains("https://exemple.org", "https://plan.exemple.org/plan/realisation");
            assertThat(links).allMatch(link -> link.startsWith("https://"));
        }
    }

    @Test
    void usesRequestedPaperSize() throws IOException {
        try (PDDocument letter = render(SamplePapers.annual(3), LETTER);
                PDDocument a4 =
                        render(SamplePapers.annual(3), new RenderingOptions(PaperSize.A4, "", Letterhead.NONE))) {
            assertThat(letter.getPage(0).getMediaBox().getWidth()).isBetween(611f, 613f);
            assertThat(letter.getPage(0).getMediaBox().getHeight()).isBetween(791f, 793f);
            assertThat(a4.getPage(0).getMediaBox().getWidth()).isBetween(594f, 596f);
        }
    }

    @Test
    void letterheadNamesSenderOnceWithLogo() throws IOException {
        Letterhead letterhead = new Letterhead(List.of("1, rue du Port", "819 555-0100"), "819 555-0100", logo());
        RenderingOptions signed = RenderingOptions.letterPaper("", letterhead);
        Paper plain = new Paper("Facture", "", "Maison", "", List.of(Section.of("", List.of(Block.text("Texte.")))));
        try (PDDocument pdf = render(plain, signed)) {
            assertThat(new PDFTextStripper().getText(pdf).lines().toList())
                    .containsSequence("Maison", "1, rue du Port", "819 555-0100", "Facture", "Texte.");
            assertThat(tags(pdf)).contains("Figure");
        }
        try (PDDocument pdf = render(plain, LETTER)) {
            assertThat(new PDFTextStripper().getText(pdf).lines().toList())
                    .containsSequence("Maison", "Facture", "Texte.");
        }
        try (PDDocument pdf = render(plain.as(Paper.Layout.SHEET), signed)) {
            assertThat(new PDFTextStripper().getText(pdf))
                    .contains("Maison · 819 555-0100")
                    .doesNotContain("rue");
        }
    }

    private static byte[] logo() {
        return SamplePapers.photograph();
    }

    @Test
    void fetchesNothing() throws IOException {
        AtomicInteger asked = new AtomicInteger();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked.incrementAndGet();
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
        });
        server.start();
        try {
            String address = "http://127.0.0.1:" + server.getAddress().getPort() + "/";
            Section hostile = Section.of(
                    "<link rel='stylesheet' href='" + address + "'/>",
                    List.of(
                            Block.text("<img src=\"" + address + "\"/> </p><object type=\"chart\" data=\"7\"/>"),
                            new Block.Paragraph(List.of(
                                    Inline.link(address + "x\" style=\"background:url(" + address + ")", "là")))));
            Section photographs = SamplePapers.photographs(
                    address, () -> ("<svg><image href='" + address + "'/></svg>").getBytes(UTF_8));
            Paper paper = new Paper(
                    "}@import url(" + address + ");",
                    "",
                    "\"; background: url(" + address + ")",
                    "",
                    List.of(hostile, photographs));
            try (PDDocument pdf = render(paper, LETTER)) {
                assertThat(new PDFTextStripper().getText(pdf)).contains("Un cercle blanc");
            }
            PdfMedium medium = new PdfMedium(LETTER, paper.layout());
            String html = "<html lang=\"fr\"><head><title>t</title><link rel=\"stylesheet\""
                    + " href=\"A/a.css\"/><style>@import url(A/b.css); @font-face{font-family:f;src:url(A/f.ttf)}"
                    + " p{background:url(A/c.png)}</style></head><body><p><img src=\"A/d.png\" alt=\"\"/><img"
                    + " src=\"A/e.svg\" alt=\"\"/><img src=\"A/f.pdf\" alt=\"\"/></p></body></html>";
            PdfWriter.layOut(html.replace("A/", address), medium, new ByteArrayOutputStream());
            assertThat(medium.hasPhotograph(address)).isFalse();
            assertThat(medium.hasPhotograph("file:///etc/passwd")).isFalse();
            assertThat(medium.hasPhotograph("photograph:0")).isFalse();
            assertThat(asked).hasValue(0);
        } finally {
            server.stop(0);
        }
    }

    @Test
    void fourKeyFiguresStandTwoByTwo() throws IOException {
        List<Block.Figure> four = Stream.of("11", "22", "33", "44")
                .map(figure -> new Block.Figure(figure, "réalisations", List.of()))
                .toList();
        Paper paper = new Paper(
                "t", "", "o", "", List.of(Section.of("L’année", List.of(new Block.Figures(four)))), Paper.Layout.PLAIN);
        try (PDDocument pdf = render(paper, LETTER)) {
            var text = new PDFTextStripper();
            text.setSortByPosition(true);
            assertThat(text.getText(pdf).lines().map(String::strip)).contains("11 22", "33 44");
        }
    }

    @Test
    void listsAreIndentedInPapersWithContentsToo() throws IOException {
        Section section = Section.of(
                "Partie",
                List.of(
                        Block.text("Repère"),
                        new Block.ItemList(
                                false, List.of(List.of(Block.text("Premier")), List.of(Block.text("Second"))))));
        Paper paper = new Paper("Plan", "", "Maison", "", List.of(section)).as(Paper.Layout.CONTENTS);
        try (PDDocument pdf = render(paper, LETTER)) {
            Map<String, Float> left = new HashMap<>();
            new PDFTextStripper() {
                @Override
                protected void writeString(String text, List<TextPosition> glyphs) {
                    left.putIfAbsent(text.strip(), glyphs.get(0).getXDirAdj());
                }
            }.getText(pdf);
            assertThat(left.get("Premier")).isGreaterThan(left.getOrDefault("Repère", Float.MAX_VALUE) + 10);
        }
    }

    private interface StructureVisitor {
        void at(PDStructureElement element);
    }

    private static List<String> tags(PDDocument pdf) {
        List<String> tags = new ArrayList<>();
        walk(pdf.getDocumentCatalog().getStructureTreeRoot(), element -> tags.add(element.getStructureType()));
        return tags;
    }

    private static void walk(PDStructureNode node, StructureVisitor visit) {
        for (Object kid : node.getKids()) {
            if (kid instanceof PDStructureElement element) {
                visit.at(element);
                walk(element, visit);
            }
        }
    }

    private static PDDocument render(Paper paper, RenderingOptions edition) throws IOException {
        return Loader.loadPDF(SamplePapers.write(PaperFormat.PDF, paper, edition));
    }
}
