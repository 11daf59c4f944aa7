package org.convergence.platform.chart;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.convergence.platform.chart.Canvas.DrawingShape.TextAnchor;
import org.convergence.platform.text.Words;

/**
 * For each month, the demand as a stacked column, against the capacity as a line.
 *
 * @param title its title
 * @param parts the kinds of demand, the lowest in the column first
 * @param limit the capacity's label
 * @param first the first month
 * @param months the figures of each month
 */
public record LoadChart(String title, List<LoadPart> parts, String limit, YearMonth first, List<LoadMonth> months)
        implements Chart {

    private static final int WIDTH = 640;
    private static final double TOP = 22;
    private static final double TALL = 170;

    /** A kind of demand. */
    public record LoadPart(String label, ChartTone tone) {}

    /** A month: a figure for each part, and the capacity. */
    public record LoadMonth(List<Long> asked, long there) {

        /** Copies the list. */
        public LoadMonth {
            asked = List.copyOf(asked);
        }

        long sum() {
            return asked.stream().mapToLong(Long::longValue).sum();
        }
    }

    /** Copies the lists. */
    public LoadChart {
        parts = List.copyOf(parts);
        months = List.copyOf(months);
        int each = parts.size();
        if (months.isEmpty()
                || months.size() > 24
                || months.stream().anyMatch(month -> month.asked().size() != each)) {
            throw new IllegalArgumentException("1 to 24 months, each with a figure for each part");
        }
    }

    @Override
    public Drawing draw(Words words) {
        Canvas canvas = new Canvas();
        long most = Math.max(
                1,
                months.stream()
                        .mapToLong(month -> Math.max(month.sum(), month.there()))
                        .max()
                        .orElse(1));
        double step = (double) WIDTH / months.size();
        double base = TOP + TALL;
        for (int i = 0; i < months.size(); i++) {
            column(canvas, i, step, base, TALL / most, words);
        }
        canvas.line(0, base, WIDTH, base, 1, ChartColour.MUTED);
        double end = legend(canvas, base + 58);
        return canvas.finish(title, WIDTH, end, table(words), words);
    }

    private void column(Canvas canvas, int i, double step, double base, double scale, Words words) {
        LoadMonth month = months.get(i);
        YearMonth name = first.plusMonths(i);
        double middle = i * step + step / 2;
        double wide = Math.min(34, step * 0.6);
        double y = base;
        for (int p = 0; p < parts.size(); p++) {
            long value = month.asked().get(p);
            if (value > 0) {
                double tall = Math.max(2, value * scale);
                y -= tall;
                String spoken =
                        words.say("chart.pair", words.month(name), parts.get(p).label() + " " + words.number(value));
                canvas.fillPart(middle - wide / 2, y, wide, tall, parts.get(p).tone(), spoken);
            }
        }
        double line = base - month.there() * scale;
        canvas.line(middle - step * 0.46, line, middle + step * 0.46, line, 3, ChartColour.INK);
        ChartColour ink = month.sum() > month.there() ? ChartColour.RED : ChartColour.INK;
        // The demand's label is on its own column, and above the line only if they would touch.
        double above = line > y - 20 ? Math.min(y, line) - 6 : y - 6;
        canvas.text(middle, above, Canvas.SMALL, TextAnchor.MIDDLE, true, ink, words.number(month.sum()));
        if (months.size() <= 12 || i % 2 == 0) {
            String shortName = words.shortMonth(name.getMonthValue());
            canvas.text(middle, base + 18, Canvas.SMALL, TextAnchor.MIDDLE, false, ChartColour.INK, shortName);
        }
        if (i == 0 || name.getMonthValue() == 1) {
            String year = Integer.toString(name.getYear());
            canvas.text(middle, base + 34, Canvas.SMALL, TextAnchor.MIDDLE, false, ChartColour.MUTED, year);
        }
    }

    private double legend(Canvas canvas, double top) {
        double x = 0;
        double y = top;
        for (LoadPart part : parts) {
            double room = 24 + ChartFont.forWeight(false).width(part.label(), Canvas.LETTERS) * 1.12;
            if (x > 0 && x + room > WIDTH) {
                x = 0;
                y += 22;
            }
            canvas.fillPart(x, y - 10, 16, 11, part.tone(), "");
            canvas.text(x + 22, y, part.label());
            x += room + 20;
        }
        y += 22;
        canvas.line(0, y - 4, 16, y - 4, 3, ChartColour.INK);
        canvas.text(22, y, limit);
        return y + 8;
    }

    private FigureTable table(Words words) {
        List<String> head = new ArrayList<>(List.of(words.say("chart.month")));
        parts.forEach(part -> head.add(part.label()));
        head.add(limit);
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < months.size(); i++) {
            List<String> row = new ArrayList<>(List.of(words.month(first.plusMonths(i))));
            months.get(i).asked().forEach(value -> row.add(words.number(value)));
            row.add(words.number(months.get(i).there()));
            rows.add(row);
        }
        return new FigureTable(head, rows);
    }
}
