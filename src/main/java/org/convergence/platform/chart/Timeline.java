package org.convergence.platform.chart;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.convergence.platform.chart.Canvas.DrawingShape.TextAnchor;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;

/**
 * A timeline of a year, month by month, or of many years: each line has periods and single days.
 *
 * @param title its title
 * @param first its first month; with more than 24 months, a January
 * @param months how many months, at most two centuries; more than 24 are shown as years
 * @param today drawn as a line if it lies within; {@code null} for none
 */
public record Timeline(
        String title, YearMonth first, int months, @Nullable LocalDate today, List<TimelineRow> rows) implements Chart {

    private static final int WIDTH = 720;
    private static final double LABELS = 190;
    private static final double HEAD = 26;
    private static final double EDGE = 40;
    private static final double ROW = 24;
    private static final int MOST_BY_MONTH = 24;
    private static final int MOST_MONTHS = 2_400;
    private static final int MOST_YEARS_NAMED = 12;

    /** One line. */
    public record TimelineRow(String label, List<TimelineSpan> spans, List<TimelineMark> marks) {

        /** Copies the lists. */
        public TimelineRow {
            spans = List.copyOf(spans);
            marks = List.copyOf(marks);
        }
    }

    /**
     * A period, both days included.
     *
     * @param when what the table says of it where its days only place the bar; {@code null} for its days
     */
    public record TimelineSpan(
            LocalDate from,
            LocalDate to,
            ChartTone tone,
            String words,
            @Nullable String when) {

        /** A period whose days are known. */
        public TimelineSpan(LocalDate from, LocalDate to, ChartTone tone, String words) {
            this(from, to, tone, words, null);
        }
    }

    /**
     * A single day.
     *
     * @param when what the table says of it where the day only places the sign; {@code null} for the day
     */
    public record TimelineMark(
            LocalDate day,
            ChartTone tone,
            String words,
            @Nullable String when) {

        /** A day that is known. */
        public TimelineMark(LocalDate day, ChartTone tone, String words) {
            this(day, tone, words, null);
        }
    }

    /** Copies the list. */
    public Timeline {
        rows = List.copyOf(rows);
        if (months < 1 || months > MOST_MONTHS) {
            throw new IllegalArgumentException("A timeline shows 1 to 2,400 months");
        }
    }

    private double at(LocalDate day) {
        LocalDate start = first.atDay(1);
        double days = ChronoUnit.DAYS.between(start, first.plusMonths(months).atDay(1));
        double passed = ChronoUnit.DAYS.between(start, day);
        return LABELS + (WIDTH - LABELS) * Math.max(0, Math.min(days, passed)) / days;
    }

    private boolean shows(LocalDate from, LocalDate to) {
        return to.compareTo(first.atDay(1)) >= 0
                && from.isBefore(first.plusMonths(months).atDay(1));
    }

    @Override
    public Drawing draw(Words words) {
        Canvas canvas = new Canvas();
        double bottom = HEAD + rows.size() * ROW;
        if (months > MOST_BY_MONTH) {
            years(canvas, bottom);
        } else {
            months(canvas, bottom, words);
        }
        double y = HEAD;
        for (TimelineRow row : rows) {
            String label = ChartFont.forWeight(false).shortenToWidth(row.label(), Canvas.SMALL, (LABELS - 10) / 1.12);
            canvas.text(0, y + 16, Canvas.SMALL, TextAnchor.START, false, ChartColour.INK, label);
            for (TimelineSpan span : row.spans()) {
                if (shows(span.from(), span.to())) {
                    double x = at(span.from());
                    double wide = Math.max(3, at(span.to().plusDays(1)) - x);
                    canvas.fillPart(x, y + 6, wide, 12, span.tone(), span.words());
                }
            }
            for (TimelineMark mark : row.marks()) {
                if (shows(mark.day(), mark.day())) {
                    canvas.diamond(at(mark.day()), y + 12, 6, mark.tone().ink(), mark.words());
                }
            }
            y += ROW;
            canvas.line(0, y, WIDTH, y, 0.5, ChartColour.LINE);
        }
        if (today != null && shows(today, today)) {
            canvas.line(at(today), HEAD - 4, at(today), bottom, 1.5, ChartColour.RED);
            canvas.text(
                    at(today),
                    bottom + 14,
                    Canvas.SMALL,
                    anchorWithin(at(today)),
                    true,
                    ChartColour.RED,
                    words.capital(words.say("text.today")));
        }
        return canvas.finish(title, WIDTH, bottom + 20, table(words), words);
    }

    /** The right edge would cut words in the middle of a place near it. */
    private static TextAnchor anchorWithin(double x) {
        return x > WIDTH - EDGE ? TextAnchor.END : TextAnchor.MIDDLE;
    }

    private void months(Canvas canvas, double bottom, Words words) {
        for (int i = 0; i < months; i++) {
            YearMonth month = first.plusMonths(i);
            double x = at(month.atDay(1));
            canvas.line(x, HEAD, x, bottom, 0.5, ChartColour.LINE);
            if (months <= 12 || i % 2 == 0) {
                double middle = (x + at(month.plusMonths(1).atDay(1))) / 2;
                String name = words.shortMonth(month.getMonthValue());
                canvas.text(middle, HEAD - 10, Canvas.SMALL, TextAnchor.MIDDLE, false, ChartColour.MUTED, name);
            }
        }
        canvas.line(0, HEAD, WIDTH, HEAD, 1, ChartColour.MUTED);
    }

    /** A line at the beginning of each year, or of every other year and so on, named. */
    private void years(Canvas canvas, double bottom) {
        int step = (months / 12 + MOST_YEARS_NAMED - 1) / MOST_YEARS_NAMED;
        for (int i = 0; i < months / 12; i += step) {
            double x = at(first.plusYears(i).atDay(1));
            canvas.line(x, HEAD, x, bottom, 0.5, ChartColour.LINE);
            canvas.text(
                    x + 2,
                    HEAD - 10,
                    Canvas.SMALL,
                    TextAnchor.START,
                    false,
                    ChartColour.MUTED,
                    String.valueOf(first.getYear() + i));
        }
        canvas.line(0, HEAD, WIDTH, HEAD, 1, ChartColour.MUTED);
    }

    private FigureTable table(Words words) {
        List<List<String>> lines = new ArrayList<>();
        for (TimelineRow row : rows) {
            for (TimelineSpan span : row.spans()) {
                String when = span.when() == null ? words.period(span.from(), span.to()) : span.when();
                lines.add(List.of(row.label(), span.words(), when));
            }
            for (TimelineMark mark : row.marks()) {
                lines.add(
                        List.of(row.label(), mark.words(), mark.when() == null ? words.date(mark.day()) : mark.when()));
            }
        }
        return new FigureTable(
                List.of(words.say("chart.line"), words.say("chart.what"), words.say("chart.when")), lines);
    }
}
