package org.convergence.platform.chart;

import java.util.List;
import org.convergence.platform.text.Words;

/**
 * The shares of a whole: one bar, its parts side by side in order, then each part as text.
 *
 * @param title the whole
 * @param shares the parts; zero parts are left out of the bar and kept in the table
 */
public record ShareBar(String title, List<Share> shares) implements Chart {

    private static final int WIDTH = 460;
    private static final double BAR = 18;
    private static final double GAP = 2;

    /**
     * A part.
     *
     * @param words its text with the number: « 18 faites »
     * @param label its name alone, for the table: « Faites »
     */
    public record Share(String words, String label, long value, ChartTone tone) {}

    /** Copies the list. */
    public ShareBar {
        shares = List.copyOf(shares);
    }

    private List<Share> present() {
        return shares.stream().filter(share -> share.value() > 0).toList();
    }

    @Override
    public Drawing draw(Words words) {
        Canvas canvas = new Canvas();
        bar(canvas, BAR, WIDTH);
        double x = 0;
        double y = BAR + 24;
        for (Share share : present()) {
            double room = 24 + ChartFont.forWeight(false).width(share.words(), Canvas.LETTERS) * 1.12;
            if (x > 0 && x + room > WIDTH) {
                x = 0;
                y += 22;
            }
            canvas.fillPart(x, y - 10, 16, 11, share.tone(), "");
            canvas.text(x + 22, y, share.words());
            x += room + 20;
        }
        long whole = shares.stream().mapToLong(Share::value).sum();
        FigureTable table = new FigureTable(
                List.of(words.say("chart.state"), words.say("chart.number"), words.say("chart.share")),
                shares.stream()
                        .map(share -> List.of(
                                share.label(), words.number(share.value()), words.percent(share.value(), whole)))
                        .toList());
        return canvas.finish(title, WIDTH, y + 6, table, words);
    }

    private void bar(Canvas canvas, double height, double width) {
        List<Share> parts = present();
        double whole = parts.stream().mapToLong(Share::value).sum();
        double room = width - GAP * Math.max(0, parts.size() - 1);
        double x = 0;
        for (Share share : parts) {
            double part = room * share.value() / whole;
            canvas.fillPart(x, 0, part, height, share.tone(), share.words());
            x += part + GAP;
        }
        if (parts.isEmpty()) {
            canvas.box(0, 0, width, height, ChartColour.LINE);
        }
    }
}
