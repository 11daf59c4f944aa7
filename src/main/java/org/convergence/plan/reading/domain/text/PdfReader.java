package org.convergence.plan.reading.domain.text;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.convergence.plan.reading.domain.text.Manuscript.FileKind;
import org.convergence.plan.reading.domain.text.ManuscriptLine.LineCell;
import org.convergence.plan.reading.domain.text.ManuscriptLine.LineLook;
import org.convergence.plan.reading.domain.text.ManuscriptLine.ManuscriptPart;
import org.convergence.plan.reading.domain.text.ManuscriptReader.LineReader;
import org.convergence.plan.reading.domain.text.PdfPageReader.PdfLine;
import org.convergence.plan.reading.domain.text.PdfPageReader.PdfPage;
import org.convergence.plan.reading.domain.text.PlanRefused.PlanRefusalReason;

/** Reads PDF: the lines of the pages, without headers and footers. */
final class PdfReader implements LineReader {

    /** Points per character of a line: half of an ordinary size. */
    private static final double CHARACTER = 5.0;

    private static final byte[] STREAM = "stream".getBytes(StandardCharsets.US_ASCII);
    private static final long LARGEST = 50L * 1024 * 1024;
    private static final int LARGEST_RATIO = 200;
    private static final int DICTIONARY = 400;

    @Override
    public Manuscript read(WrittenFile file, ReadingBudget budget) {
        check(file.content(), budget);
        List<PdfPage> pages = pages(file, budget);
        PageFurniture.mark(pages);
        LineCollector lines = new LineCollector(budget);
        PdfTableReader tables = new PdfTableReader(lines);
        int row = 0;
        for (int i = 0; i < pages.size(); i++) {
            if (i > 0) {
                lines.newPage();
            }
            row = add(pages.get(i), row, lines, tables);
        }
        if (lines.lines().stream().noneMatch(line -> line.part() == ManuscriptPart.BODY)) {
            throw new PlanRefused(PlanRefusalReason.NO_TEXT);
        }
        return new Manuscript(FileKind.PDF, lines.lines());
    }

    private static List<PdfPage> pages(WrittenFile file, ReadingBudget budget) {
        try (PDDocument document =
                Loader.loadPDF(file.content(), "", null, null, IOUtils.createTempFileOnlyStreamCache())) {
            if (document.getNumberOfPages() > budget.limits().pages()) {
                throw new PlanRefused(
                        PlanRefusalReason.TOO_LARGE, budget.limits().pages() + " pages");
            }
            List<PdfPage> pages = new ArrayList<>();
            for (int i = 1; i <= document.getNumberOfPages(); i++) {
                budget.checkTime();
                pages.add(new PdfPageReader(budget).read(document, i));
            }
            return pages;
        } catch (InvalidPasswordException e) {
            throw new PlanRefused(PlanRefusalReason.ENCRYPTED, e);
        } catch (PlanRefused e) {
            throw e;
        } catch (IOException | RuntimeException | StackOverflowError e) {
            // The library throws any kind of exception on a damaged file.
            throw new PlanRefused(PlanRefusalReason.UNREADABLE, e);
        }
    }

    private static int add(PdfPage page, int firstRow, LineCollector lines, PdfTableReader tables) {
        int row = firstRow;
        double leading = page.leading();
        PdfLine previous = null;
        Set<RuledTable> added = new HashSet<>();
        for (PdfLine line : page.lines()) {
            RuledTable table = line.furniture() ? null : page.tableAround(line);
            if (table != null) {
                if (added.add(table)) {
                    tables.add(page, table);
                }
                previous = line;
                row++;
                continue;
            }
            if (!line.furniture()) {
                tables.leave();
            }
            ManuscriptPart part = line.furniture() ? ManuscriptPart.PAGE_FURNITURE : ManuscriptPart.BODY;
            double down = previous == null ? 0 : line.y() - previous.y();
            if (part == ManuscriptPart.BODY) {
                if (previous != null && (down < 0 || down > leading * 1.4)) {
                    lines.gap();
                }
                previous = line;
            }
            List<PdfLine.PdfPiece> pieces = line.pieces();
            for (int i = 0; i < pieces.size(); i++) {
                PdfLine.PdfPiece piece = pieces.get(i);
                int indent = (int) Math.round((piece.x() - page.leftEdge()) / CHARACTER);
                int width = (int) Math.round((piece.end() - page.leftEdge()) / CHARACTER);
                LineLook look = new LineLook(
                        0, 0, Math.max(0, indent), width, (int) Math.round(piece.size()), piece.bold(), false);
                LineCell cell = pieces.size() == 1 ? null : new LineCell(0, row, i, 1);
                lines.onLine(row + 1);
                lines.add(piece.text(), "", look, cell, part);
            }
            row++;
        }
        return row;
    }

    private static void check(byte[] pdf, ReadingBudget budget) {
        byte[] sink = new byte[1 << 16];
        for (int i = 0; i + STREAM.length < pdf.length; i++) {
            if (pdf[i] == 's' && matches(pdf, i) && (i < 3 || pdf[i - 1] != 'd')) {
                int from = i + STREAM.length;
                while (from < pdf.length && (pdf[from] == '\r' || pdf[from] == '\n')) {
                    from++;
                }
                String dictionary = dictionary(pdf, i);
                if (!dictionary.contains("/Image") || dictionary.contains("/ObjStm")) {
                    i = Math.max(i, inflate(pdf, from, sink, budget) - 1);
                }
            }
        }
    }

    private static boolean matches(byte[] pdf, int at) {
        for (int j = 0; j < STREAM.length; j++) {
            if (pdf[at + j] != STREAM[j]) {
                return false;
            }
        }
        return true;
    }

    private static String dictionary(byte[] pdf, int at) {
        int from = Math.max(0, at - DICTIONARY);
        String before = new String(pdf, from, at - from, StandardCharsets.ISO_8859_1);
        return before.substring(Math.max(0, before.lastIndexOf("obj")));
    }

    /** Decompresses the stream at this index; returns its end, or the index itself if nothing is compressed there. */
    private static int inflate(byte[] pdf, int from, byte[] sink, ReadingBudget budget) {
        if (from >= pdf.length || (pdf[from] & 0x0F) != 8) {
            return from;
        }
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(pdf, from, pdf.length - from);
            while (!inflater.finished()) {
                int n = inflater.inflate(sink);
                if (n == 0 && (inflater.needsInput() || inflater.needsDictionary())) {
                    return from;
                }
                long out = inflater.getBytesWritten();
                if (out > LARGEST && out / LARGEST_RATIO > Math.max(1, inflater.getBytesRead())) {
                    throw new PlanRefused(PlanRefusalReason.BOMB);
                }
                budget.checkTime();
            }
            return from + (int) inflater.getBytesRead();
        } catch (DataFormatException e) {
            return from;
        } finally {
            inflater.end();
        }
    }

    /** Finds headers, footers and page numbers: lines repeated at the same place of many pages. */
    static final class PageFurniture {

        /** The outer strip of a page without body text, as a fraction of its height. */
        private static final double MARGIN = 0.085;

        private static final int EDGE_LINES = 3;

        private final List<PdfPage> pages;
        private final Map<String, Set<Integer>> pagesOf = new HashMap<>();

        private PageFurniture(List<PdfPage> pages) {
            this.pages = pages;
        }

        /** The heights between which lines are not among the first or last three of the page. */
        private record PageEdges(double top, double bottom, double lowest) {

            static PageEdges of(PdfPage page) {
                double[] heights = page.lines().stream()
                        .mapToDouble(PdfLine::y)
                        .sorted()
                        .distinct()
                        .toArray();
                int last = heights.length - 1;
                return last < 0
                        ? new PageEdges(0, 0, 0)
                        : new PageEdges(
                                heights[Math.min(last, EDGE_LINES - 1)],
                                heights[Math.max(0, last - EDGE_LINES + 1)],
                                heights[last]);
            }

            boolean include(PdfLine line) {
                return line.y() <= top || line.y() >= bottom;
            }
        }

        static void mark(List<PdfPage> pages) {
            PageFurniture furniture = new PageFurniture(pages);
            furniture.count();
            furniture.markRepeated();
            if (pages.size() == 1) {
                markSmall(pages.get(0));
            }
        }

        /** On an only page nothing repeats: smaller type in the margin is its header or footer. */
        private static void markSmall(PdfPage page) {
            Map<Long, Integer> characters = new HashMap<>();
            for (PdfLine line : page.lines()) {
                characters.merge(Math.round(line.size()), line.text().length(), Integer::sum);
            }
            long usual = characters.entrySet().stream()
                    .max(Map.Entry.comparingByValue())
                    .map(Map.Entry::getKey)
                    .orElse(0L);
            page.lines()
                    .replaceAll(line ->
                            inMargin(line, page) && Math.round(line.size()) < usual ? line.asFurniture() : line);
        }

        private void count() {
            for (int i = 0; i < pages.size(); i++) {
                PdfPage page = pages.get(i);
                PageEdges edges = PageEdges.of(page);
                for (PdfLine line : page.lines()) {
                    if (edges.include(line)) {
                        pagesOf.computeIfAbsent(key(line, page), key -> new HashSet<>())
                                .add(i);
                    }
                }
            }
        }

        private void markRepeated() {
            int enough = Math.max(2, (pages.size() + 1) / 2);
            Set<String> seen = new HashSet<>();
            for (PdfPage page : pages) {
                PageEdges edges = PageEdges.of(page);
                for (int i = 0; i < page.lines().size(); i++) {
                    PdfLine line = page.lines().get(i);
                    if (!edges.include(line)) {
                        continue;
                    }
                    String key = key(line, page);
                    boolean first = seen.add(key);
                    // The first row of a table repeats at the top of each page: it is kept once.
                    boolean repeated =
                            pagesOf.getOrDefault(key, Set.of()).size() >= enough && (inMargin(line, page) || !first);
                    boolean outside = inMargin(line, page) || line.y() >= edges.lowest();
                    if (repeated || (outside && PageNumber.isPageNumber(line.text()))) {
                        page.lines().set(i, line.asFurniture());
                    }
                }
            }
        }

        private static String key(PdfLine line, PdfPage page) {
            String text = line.text();
            return (inMargin(line, page) ? PageNumber.maskNumbers(text) : text) + "@" + Math.round(line.y() / 6);
        }

        private static boolean inMargin(PdfLine line, PdfPage page) {
            return line.y() < page.height() * MARGIN || line.y() > page.height() * (1 - MARGIN);
        }
    }
}
