package org.convergence.example;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
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

    private final PDDocument pdf;
    private final List<String> faults = new ArrayList<>();

    private PaperFaults(PDDocument pdf) {
        this.pdf = pdf;
    }

    /** What a reader would meet: text cut at an edge, titles alone, empty sections, leaders outside the contents. */
    static List<String> find(PDDocument pdf) throws IOException {
        var faults = new PaperFaults(pdf);
        faults.findGlyphsOutside();
        faults.findLeaders();
        faults.findHeadings();
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

    private String text(PlacedPart part) throws IOException {
        for (PDPage page : pdf.getPages()) {
            if (page.getCOSObject() == part.page()) {
                var extractor = new PDFMarkedContentExtractor();
                extractor.processPage(page);
                Map<Integer, String> texts = new HashMap<>();
                extractor.getMarkedContents().forEach(each -> texts.put(each.getMCID(), glyphs(each)));
                StringBuilder words = new StringBuilder();
                part.contents().forEach(id -> words.append(texts.getOrDefault(id, "")));
                return words.toString();
            }
        }
        return "?";
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
