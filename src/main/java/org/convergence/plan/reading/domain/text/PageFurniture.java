package org.convergence.plan.reading.domain.text;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds headers, footers and page numbers: lines repeated at the same place of many pages. */
final class PageFurniture {

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
