package org.convergence.platform.chart;

import java.util.List;
import org.convergence.platform.chart.Canvas.DrawingShape.TextAnchor;
import org.convergence.platform.text.Words;

/**
 * Horizontal bars, one per line: by gender, by country.
 *
 * @param title the figures' title
 * @param measure the title of the figures' column, such as « Participations »
 */
public record BarChart(String title, String measure, List<Bar> bars) implements Chart {

    private static final int WIDTH = 420;
    private static final double LABELS = 150;
    private static final double ROW = 28;

    /** One figure. */
    public record Bar(String label, long value, ChartTone tone) {}

    /** Copies the list. */
    public BarChart {
        bars = List.copyOf(bars);
    }

    @Override
    public Drawing draw(Words words) {
        Canvas canvas = new Canvas();
        long most = Math.max(1, bars.stream().mapToLong(Bar::value).max().orElse(1));
        double figures = 12 + ChartFont.forWeight(true).width(words.number(most), Canvas.LETTERS) * 1.15;
        double room = WIDTH - LABELS - figures;
        double y = 0;
        for (Bar bar : bars) {
            String label = ChartFont.forWeight(false).shortenToWidth(bar.label(), Canvas.LETTERS, (LABELS - 10) / 1.12);
            canvas.text(0, y + 18, label);
            double length = bar.value() == 0 ? 0 : Math.max(2, room * bar.value() / most);
            String spoken = words.say("chart.pair", bar.label(), words.number(bar.value()));
            canvas.box(LABELS, y + 6, length, 16, bar.tone().ink(), 1, spoken);
            canvas.text(
                    LABELS + length + 8,
                    y + 18,
                    Canvas.LETTERS,
                    TextAnchor.START,
                    true,
                    ChartColour.INK,
                    words.number(bar.value()));
            y += ROW;
        }
        canvas.line(LABELS, 0, LABELS, y, 1, ChartColour.MUTED);
        FigureTable table = new FigureTable(
                List.of(title, measure),
                bars.stream()
                        .map(bar -> List.of(bar.label(), words.number(bar.value())))
                        .toList());
        return canvas.finish(title, WIDTH, y + 2, table, words);
    }
}
