package org.convergence.platform.rendering;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Shares a table's width among its columns according to their content: each gets room for its longest word, and the
 * rest goes to the columns with the longest text.
 */
final class ColumnWidths {

    private static final int MEASURED = 60;
    private static final double LINE = 100;
    private static final double MOST_FOR_A_WORD = 30;
    private static final double PADDING = 3;

    /** Fonts of other programs are wider than ours, and heads are bold. */
    private static final double WIDER = 1.35;

    /** Possible line breaks; a date in figures stays whole. */
    private static final Pattern BREAKS = Pattern.compile("[ –]|(?<!\\d)-|-(?!\\d)");

    private ColumnWidths() {}

    /** Hundredths of the table's width, which add up to 100. */
    static List<Integer> compute(Block.Table table) {
        int columns = table.columns().size();
        double[] words = new double[columns];
        double[] texts = new double[columns];
        double taken = 0;
        double wanted = 0;
        for (int i = 0; i < columns; i++) {
            words[i] = Math.min(MOST_FOR_A_WORD, longestWord(table, i) * WIDER + PADDING);
            texts[i] = Math.max(0, usualText(table, i) - words[i]);
            taken += words[i];
            wanted += texts[i];
        }
        double left = Math.max(0, LINE - taken);
        List<Integer> widths = new ArrayList<>();
        int rest = 100;
        for (int i = 0; i < columns; i++) {
            double more = wanted == 0 ? left * words[i] / taken : left * texts[i] / wanted;
            int width = (int) Math.round(100 * (words[i] + more) / Math.max(LINE, taken));
            widths.add(i == columns - 1 ? Math.max(1, rest) : Math.max(1, width));
            rest -= width;
        }
        return widths;
    }

    private static double usualText(Block.Table table, int column) {
        return table.rows().stream()
                .limit(MEASURED)
                .mapToInt(row -> Inline.text(row.get(column).parts()).length())
                .filter(length -> length > 0)
                .average()
                .orElse(0);
    }

    private static int longestWord(Block.Table table, int column) {
        return table.rows().stream()
                .limit(MEASURED)
                .mapToInt(row -> longestWord(Inline.text(row.get(column).parts())))
                .reduce(longestWord(table.columns().get(column).title()), Math::max);
    }

    private static int longestWord(String text) {
        int longest = 0;
        for (String word : BREAKS.split(text, -1)) {
            longest = Math.max(longest, word.length());
        }
        return longest;
    }
}
