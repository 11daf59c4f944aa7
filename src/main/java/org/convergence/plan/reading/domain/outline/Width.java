package org.convergence.plan.reading.domain.outline;

import java.util.Arrays;
import java.util.List;
import org.convergence.plan.reading.domain.text.Line;

/**
 * The usual length of lines where sentences continue on the next one. A file with each sentence on one line has none.
 */
record Width(int usual) {

    private static final double FULL = 0.72;

    static Width of(List<Line> lines) {
        int[] widths = new int[lines.size()];
        int count = 0;
        for (int i = 1; i < lines.size(); i++) {
            Line before = lines.get(i - 1);
            Line line = lines.get(i);
            boolean plain = line.marker().isEmpty() && line.cell() == null && before.cell() == null;
            boolean runsOn = plain
                    && !line.look().gap()
                    && Words.startsSmall(line.text())
                    && Bullets.read(line.text()) == null
                    && Codes.read(line.text()) == null;
            if (runsOn && !Words.endsSentence(before.text()) && !before.text().endsWith(";")) {
                widths[count++] = before.look().width();
            }
        }
        Arrays.sort(widths, 0, count);
        boolean wrapped = count >= 2 && count * 25 >= lines.size();
        return new Width(wrapped ? widths[count / 2] : 0);
    }

    /** The line was broken because the next word did not fit. */
    boolean isFull(Line line, Line next) {
        return usual > 0 && line.look().width() + 1 + Words.firstWordLength(next.text()) >= usual * FULL;
    }
}
