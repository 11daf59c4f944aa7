package org.convergence.platform.rendering;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Shares a table's width among its columns according to their content: each gets room for its longest word, and the
 * rest goes to the columns with the longest text. A short text, such as a date, stays on one line where there is room.
 */
final class ColumnWidths {

    private static final int MEASURED = 60;
    private static final double LINE = 100;
    private static final double MOST_FOR_A_WORD = 30;
    private static final double PADDING = 3;

    /** More stands between a column of figures, aligned on its right, and the next one. */
    private static final double PADDING_AFTER_FIGURES = 4.5;

    /** The most characters of a text that stays on one line. */
    private static final int SHORT = 26;

    /** Fonts of other programs are wider than ours, and heads are bold. */
    private static final double WIDER = 1.35;

    /** For a table whose longest words would leave too little to the rest of its texts. */
    private static final double NARROW = 1.1;

    /** The part of the width that texts with several lines keep, in characters. */
    private static final double KEPT_FOR_TEXTS = 33;

    /** Possible line breaks; a date in figures stays whole. */
    private static final Pattern BREAKS = Pattern.compile("[ –]|(?<!\\d)-|-(?!\\d)");

    private ColumnWidths() {}

    /** Hundredths of the table's width, which add up to 100. */
    static List<Integer> compute(Block.Table table) {
        int columns = table.columns().size();
        double[] words = widthsOfWords(table, WIDER);
        if (DoubleStream.of(words).sum() > LINE - (hasLongTexts(table) ? KEPT_FOR_TEXTS : 0)) {
            words = widthsOfWords(table, NARROW);
        }
        widenForShortTexts(table, words);
        double[] texts = new double[columns];
        for (int i = 0; i < columns; i++) {
            texts[i] = Math.max(0, weightOfTexts(table, i) - words[i]);
        }
        double taken = DoubleStream.of(words).sum();
        double wanted = DoubleStream.of(texts).sum();
        double left = Math.max(0, LINE - taken);
        List<Integer> widths = new ArrayList<>();
        double exact = 0;
        int rounded = 0;
        for (int i = 0; i < columns; i++) {
            double more = wanted == 0 ? left * words[i] / taken : left * texts[i] / wanted;
            exact += 100 * (words[i] + more) / Math.max(LINE, taken);
            // Edges are rounded, not widths, or the last column would pay for all the others.
            widths.add(Math.max(1, (int) Math.round(exact) - rounded));
            rounded = (int) Math.round(exact);
        }
        return widths;
    }

    private static double[] widthsOfWords(Block.Table table, double wider) {
        return IntStream.range(0, table.columns().size())
                .mapToDouble(i -> Math.min(MOST_FOR_A_WORD, longestWord(table, i) * wider + padding(table, i)))
                .toArray();
    }

    private static double padding(Block.Table table, int column) {
        return column > 0 && table.columns().get(column - 1).figures() ? PADDING_AFTER_FIGURES : PADDING;
    }

    /** Gives columns with short texts, the shortest first, room for a whole text; most of the rest stays for long texts. */
    private static void widenForShortTexts(Block.Table table, double[] words) {
        double left = (LINE - DoubleStream.of(words).sum()) / (hasLongTexts(table) ? 3 : 1);
        List<Integer> shortest = IntStream.range(0, words.length)
                .boxed()
                .sorted(Comparator.comparing(i -> longestShortText(table, i)))
                .toList();
        for (int i : shortest) {
            double more = longestShortText(table, i) + padding(table, i) - words[i];
            if (more > 0 && more <= left) {
                words[i] += more;
                left -= more;
            }
        }
    }

    private static boolean hasLongTexts(Block.Table table) {
        return IntStream.range(0, table.columns().size()).anyMatch(i -> usualText(table, i) > SHORT);
    }

    private static double usualText(Block.Table table, int column) {
        return table.rows().stream()
                .limit(MEASURED)
                .mapToInt(row -> Inline.text(row.get(column).parts()).length())
                .filter(length -> length > 0)
                .average()
                .orElse(0);
    }

    /** The quadratic mean: one long text among short ones, such as a reason, counts for more than its share. */
    private static double weightOfTexts(Block.Table table, int column) {
        return Math.sqrt(table.rows().stream()
                .limit(MEASURED)
                .mapToDouble(row -> Inline.text(row.get(column).parts()).length())
                .filter(length -> length > 0)
                .map(length -> length * length)
                .average()
                .orElse(0));
    }

    /** The length of the longest text that is short enough to stay on one line; 0 without any. */
    private static int longestShortText(Block.Table table, int column) {
        return table.rows().stream()
                .limit(MEASURED)
                .mapToInt(row -> Inline.text(row.get(column).parts()).length())
                .filter(length -> length <= SHORT)
                .max()
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
