package org.convergence.plan.reading.domain.outline;

import java.util.Arrays;
import java.util.List;
import org.convergence.plan.reading.domain.text.ManuscriptLine;

/**
 * The usual length of lines where sentences continue on the next one. A file with each sentence on one line has none.
 */
record LineWidth(int usual) {

    private static final double FULL = 0.72;

    static LineWidth of(List<ManuscriptLine> lines) {
        int[] widths = new int[lines.size()];
        int count = 0;
        for (int i = 1; i < lines.size(); i++) {
            ManuscriptLine before = lines.get(i - 1);
            ManuscriptLine line = lines.get(i);
            boolean plain = line.marker().isEmpty() && line.cell() == null && before.cell() == null;
            boolean runsOn = plain
                    && !line.look().gap()
                    && TextAnalysis.startsInLowerCase(line.text())
                    && BulletReader.read(line.text()) == null
                    && CodeReader.read(line.text()) == null;
            if (runsOn
                    && !TextAnalysis.endsSentence(before.text())
                    && !before.text().endsWith(";")) {
                widths[count++] = before.look().width();
            }
        }
        Arrays.sort(widths, 0, count);
        boolean wrapped = count >= 2 && count * 25 >= lines.size();
        return new LineWidth(wrapped ? widths[count / 2] : 0);
    }

    /** The line was broken because the next word did not fit. */
    boolean isFull(ManuscriptLine line, ManuscriptLine next) {
        return usual > 0 && line.look().width() + 1 + TextAnalysis.firstWordLength(next.text()) >= usual * FULL;
    }
}
