package org.convergence.platform.chart;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.convergence.platform.chart.Canvas.DrawingShape.TextAnchor;
import org.convergence.platform.text.Words;

/**
 * A column for each month of a period.
 *
 * @param title the figures' title
 * @param measure the title of the figures' column, such as « Réalisations »
 * @param first the first month
 * @param months how many months, at most 24
 * @param values the figures; a month without one is missing
 */
public record ColumnChart(String title, String measure, YearMonth first, int months, Map<YearMonth, Long> values)
        implements Chart {

    private static final int WIDTH = 640;
    private static final double TOP = 22;
    private static final double TALL = 150;

    /** Copies the figures. */
    public ColumnChart {
        values = Map.copyOf(values);
        if (months < 1 || months > 24) {
            throw new IllegalArgumentException("Columns show 1 to 24 months");
        }
    }

    private Stream<YearMonth> each() {
        return LongStream.range(0, months).mapToObj(first::plusMonths);
    }

    @Override
    public Drawing draw(Words words) {
        Canvas canvas = new Canvas();
        long most = Math.max(
                1,
                each().mapToLong(month -> values.getOrDefault(month, 0L)).max().orElse(1));
        double step = (double) WIDTH / months;
        double base = TOP + TALL;
        for (int i = 0; i < months; i++) {
            YearMonth month = first.plusMonths(i);
            long value = values.getOrDefault(month, 0L);
            double tall = value == 0 ? 0 : Math.max(2, TALL * value / most);
            double middle = i * step + step / 2;
            double wide = Math.min(40, step * 0.62);
            if (value != 0) {
                String spoken = words.say("chart.pair", words.month(month), words.number(value));
                canvas.box(middle - wide / 2, base - tall, wide, tall, ChartColour.BLUE, 1, spoken);
                canvas.text(
                        middle,
                        base - tall - 6,
                        Canvas.LETTERS,
                        TextAnchor.MIDDLE,
                        true,
                        ChartColour.INK,
                        words.number(value));
            }
            if (months <= 12 || i % 2 == 0) {
                String name = words.shortMonth(month.getMonthValue());
                canvas.text(middle, base + 18, Canvas.SMALL, TextAnchor.MIDDLE, false, ChartColour.INK, name);
            }
            if (i == 0 || month.getMonthValue() == 1) {
                String year = Integer.toString(month.getYear());
                canvas.text(middle, base + 34, Canvas.SMALL, TextAnchor.MIDDLE, false, ChartColour.MUTED, year);
            }
        }
        canvas.line(0, base, WIDTH, base, 1, ChartColour.MUTED);
        FigureTable table = new FigureTable(
                List.of(words.say("chart.month"), measure),
                each().map(month -> List.of(words.month(month), words.number(values.getOrDefault(month, 0L))))
                        .toList());
        return canvas.finish(title, WIDTH, base + 40, table, words);
    }
}
