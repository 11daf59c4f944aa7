package org.convergence.plan.reading.domain.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.convergence.plan.reading.domain.text.Line.Part;

/** Finds page numbers, and the headers and footers beside them, in plain text that was once pages. */
final class TextFurniture {

    private static final int REPEATED = 2;

    private TextFurniture() {}

    /** The same lines, those that belong to the pages marked so. */
    static List<Line> mark(List<Line> lines) {
        boolean[] furniture = new boolean[lines.size()];
        for (int i = 0; i < furniture.length; i++) {
            Line line = lines.get(i);
            boolean edge = i == 0
                    || i == furniture.length - 1
                    || lines.get(i - 1).at().page() != line.at().page()
                    || lines.get(i + 1).at().page() != line.at().page();
            boolean apart = line.look().gap()
                    && (i == furniture.length - 1 || lines.get(i + 1).look().gap());
            boolean paged = lines.get(furniture.length - 1).at().page() > 1;
            furniture[i] = (PageNumber.certain(line.text()) && (edge || apart))
                    || (paged && edge && PageNumber.alone(line.text()));
        }
        Map<String, Integer> neighbours = new HashMap<>();
        for (int i = 0; i < furniture.length; i++) {
            if (beside(lines, furniture, i) || PageNumber.beside(lines.get(i).text())) {
                neighbours.merge(key(lines.get(i)), 1, Integer::sum);
            }
        }
        List<Line> out = new ArrayList<>(lines.size());
        for (int i = 0; i < furniture.length; i++) {
            Line line = lines.get(i);
            boolean header = (beside(lines, furniture, i) || PageNumber.beside(line.text()))
                    && neighbours.getOrDefault(key(line), 0) >= REPEATED;
            out.add(furniture[i] || header ? line.in(Part.PAGE_FURNITURE) : line);
        }
        return out;
    }

    /** Numbers are masked only where they are of pages: those of objectives tell titles apart. */
    private static String key(Line line) {
        return PageNumber.beside(line.text()) ? PageNumber.masked(line.text()) : line.text();
    }

    /** Just before or after the number of a page, or first or last of one. */
    private static boolean beside(List<Line> lines, boolean[] furniture, int i) {
        Line line = lines.get(i);
        boolean after = i > 0
                && (furniture[i - 1]
                        || lines.get(i - 1).at().page() != line.at().page());
        boolean before = i + 1 < furniture.length
                && (furniture[i + 1]
                        || lines.get(i + 1).at().page() != line.at().page());
        return !furniture[i] && (after || before);
    }
}
