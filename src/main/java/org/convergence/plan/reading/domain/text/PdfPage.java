package org.convergence.plan.reading.domain.text;

import java.util.Arrays;
import java.util.List;

/** The lines of one page in reading order; the list is mutable. */
record PdfPage(List<PdfLine> lines, double height) {

    /** The left edge of the text, in points. */
    double leftEdge() {
        return lines.stream()
                .filter(line -> !line.furniture())
                .mapToDouble(line -> line.pieces().get(0).x())
                .min()
                .orElse(0);
    }

    /** The usual distance between lines, in points: a third of the distances are at most this. */
    double leading() {
        double[] distances = new double[Math.max(0, lines.size() - 1)];
        int count = 0;
        for (int i = 1; i < lines.size(); i++) {
            double down = lines.get(i).y() - lines.get(i - 1).y();
            double size = Math.max(6, lines.get(i).size());
            if (down > size * 0.5 && down < size * 2.6) {
                distances[count++] = down;
            }
        }
        if (count == 0) {
            return 20;
        }
        Arrays.sort(distances, 0, count);
        return distances[count / 3];
    }
}
