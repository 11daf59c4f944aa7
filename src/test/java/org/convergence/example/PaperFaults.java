package org.convergence.example;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkedContentReference;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDMarkedContent;
import org.apache.pdfbox.text.PDFMarkedContentExtractor;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.jspecify.annotations.Nullable;

/** Faults of layout of a tagged PDF, found from its glyphs and its structure. */
final class PaperFaults {

    private static final Pattern LEADER = Pattern.compile("[.]{4}|(?:[.] ){4}");
    private static final Pattern CONTENTS = Pattern.compile("Table des matières|Contents");
    private static final Pattern HEADING = Pattern.compile("H[1-6]");

    /** The narrowest white edge of a page, in points. */
    private static final float EDGE = 14;

    private static final String CUT = "a column title cut within a word: ";

    private final PDDocument pdf;
    private final KnownWords words;
    private final List<String> faults = new ArrayList<>();

    private PaperFaults(PDDocument pdf, KnownWords words) {
        this.pdf = pdf;
        this.words = words;
    }

    /** What a reader would meet: text cut at an edge or within a word, titles and columns alone, empty sections, leaders outside the contents. */
    static List<String> find(PDDocument pdf, KnownWords words) throws IOException {
        var faults = new PaperFaults(pdf, words);
        faults.findGlyphsOutside();
        faults.findLeaders();
        faults.findHeadings();
        faults.findColumnsAlone(pdf.getDocumentCatalog().getStructureTreeRoot());
        faults.findHeadsCut(pdf.getDocumentCatalog().getStructureTreeRoot(), false);
        return faults.faults;
    }

    private void findGlyphsOutside() throws IOException {
        Set<Integer> pages = new TreeSet<>();
        new PDFTextStripper() {
            @Override
            protected void processTextPosition(TextPosition text) {
                PDRectangle page = getCurrentPage().getMediaBox();
                if (!text.getUnicode().isBlank()
                        && (text.getXDirAdj() < EDGE
                                || text.getXDirAdj() + text.getWidthDirAdj() > page.getWidth() - EDGE
                                || text.getYDirAdj() < EDGE
                                || text.getYDirAdj() > page.getHeight() - EDGE)) {
                    pages.add(getCurrentPageNo());
                }
                super.processTextPosition(text);
            }
        }.getText(pdf);
        pages.forEach(page -> faults.add("page " + page + ": text reaches the edge"));
    }

    private void findLeaders() throws IOException {
        boolean inContents = true;
        for (int page = 1; page <= pdf.getNumberOfPages(); page++) {
            var text = new PDFTextStripper();
            text.setStartPage(page);
            text.setEndPage(page);
            String words = text.getText(pdf);
            boolean hasLeaders = LEADER.matcher(words).find();
            inContents = inContents && (page > 1 || CONTENTS.matcher(words).find()) && hasLeaders;
            if (hasLeaders && !inContents) {
                faults.add("page " + page + ": leaders outside the contents");
            }
        }
    }

    /** A part of the structure with content: the text of a heading, or {@code level} 0 for anything else. */
    private record PlacedPart(int level, @Nullable COSDictionary page, List<Integer> contents) {}

    private void findHeadings() throws IOException {
        List<PlacedPart> parts = new ArrayList<>();
        collect(pdf.getDocumentCatalog().getStructureTreeRoot(), 0, null, parts);
        for (int i = 0; i < parts.size(); i++) {
            PlacedPart part = parts.get(i);
            PlacedPart next = i + 1 < parts.size() ? parts.get(i + 1) : null;
            if (part.level() > 0) {
                if (next == null || (next.level() > 0 && next.level() <= part.level())) {
                    faults.add("an empty section: " + text(part));
                } else if (parts.subList(i + 1, parts.size()).stream()
                        .noneMatch(each -> Objects.equals(part.page(), each.page()))) {
                    faults.add("a title alone at the foot of its page: " + text(part));
                }
            }
        }
    }

    private static void collect(PDStructureNode node, int level, @Nullable COSDictionary page, List<PlacedPart> parts) {
        List<Integer> contents = new ArrayList<>();
        COSDictionary here = page;
        for (Object kid : node.getKids()) {
            if (kid instanceof PDStructureElement element) {
                String type = element.getStructureType();
                COSDictionary of =
                        element.getPage() == null ? here : element.getPage().getCOSObject();
                collect(element, HEADING.matcher(type).matches() ? type.charAt(1) - '0' : level, of, parts);
            } else if (kid instanceof Integer id) {
                contents.add(id);
            } else if (kid instanceof PDMarkedContentReference reference) {
                contents.add(reference.getMCID());
                here = reference.getPage() == null ? here : reference.getPage().getCOSObject();
            }
        }
        if (!contents.isEmpty()) {
            parts.add(new PlacedPart(level, here, contents));
        }
    }

    private void findColumnsAlone(PDStructureNode node) {
        for (Object kid : node.getKids()) {
            if (kid instanceof PDStructureElement element) {
                if (element.getStructureType().equals("Table")) {
                    Set<COSDictionary> headings = new LinkedHashSet<>();
                    Set<COSDictionary> rows = new LinkedHashSet<>();
                    collectPages(element, null, headings, rows);
                    headings.removeAll(rows);
                    headings.forEach(page -> faults.add("columns without a row at the foot of page " + number(page)));
                }
                findColumnsAlone(element);
            }
        }
    }

    /** The pages on which the heading of a table stands, and those on which its rows do. */
    private static void collectPages(
            PDStructureNode node, @Nullable COSDictionary above, Set<COSDictionary> headings, Set<COSDictionary> rows) {
        for (Object kid : node.getKids()) {
            COSDictionary page = above;
            if (kid instanceof PDStructureElement element) {
                page = element.getPage() == null ? above : element.getPage().getCOSObject();
                switch (element.getStructureType()) {
                    case "THead", "Caption" -> collectPages(element, page, headings, headings);
                    default -> collectPages(element, page, headings, rows);
                }
            } else {
                if (kid instanceof PDMarkedContentReference reference && reference.getPage() != null) {
                    page = reference.getPage().getCOSObject();
                }
                if (page != null) {
                    rows.add(page);
                }
            }
        }
    }

    /** Column titles in which a line ends within a word. */
    private void findHeadsCut(PDStructureNode node, boolean inHead) throws IOException {
        for (Object kid : node.getKids()) {
            if (kid instanceof PDStructureElement element) {
                boolean head = inHead || element.getStructureType().equals("THead");
                if (inHead && element.getStructureType().equals("TH")) {
                    List<PlacedPart> parts = new ArrayList<>();
                    collect(
                            element,
                            0,
                            element.getPage() == null ? null : element.getPage().getCOSObject(),
                            parts);
                    List<String> lines = new ArrayList<>();
                    for (PlacedPart part : parts) {
                        lines.addAll(texts(part));
                    }
                    String title = String.join(" ", lines);
                    if (words.cuts(lines) && !faults.contains(CUT + title)) {
                        faults.add(CUT + title);
                    }
                } else {
                    findHeadsCut(element, head);
                }
            }
        }
    }

    private int number(COSDictionary page) {
        return StreamSupport.stream(pdf.getPages().spliterator(), false)
                        .map(PDPage::getCOSObject)
                        .toList()
                        .indexOf(page)
                + 1;
    }

    private String text(PlacedPart part) throws IOException {
        return String.join("", texts(part));
    }

    /** The text of each of its contents; a line of a cell is one. */
    private List<String> texts(PlacedPart part) throws IOException {
        for (PDPage page : pdf.getPages()) {
            if (page.getCOSObject() == part.page()) {
                var extractor = new PDFMarkedContentExtractor();
                extractor.processPage(page);
                Map<Integer, String> texts = new HashMap<>();
                extractor.getMarkedContents().forEach(each -> texts.put(each.getMCID(), glyphs(each)));
                return part.contents().stream()
                        .map(id -> texts.getOrDefault(id, ""))
                        .toList();
            }
        }
        return List.of("?");
    }

    private static String glyphs(PDMarkedContent content) {
        StringBuilder text = new StringBuilder();
        for (Object each : content.getContents()) {
            if (each instanceof TextPosition glyph) {
                text.append(glyph.getUnicode());
            }
        }
        return text.toString();
    }
}
