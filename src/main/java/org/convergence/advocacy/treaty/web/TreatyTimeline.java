package org.convergence.advocacy.treaty.web;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.convergence.advocacy.treaty.domain.TreatyQueries.TreatyFactRow;
import org.convergence.advocacy.treaty.domain.TreatyService.TreatyFactKind;
import org.convergence.platform.chart.ChartTone;
import org.convergence.platform.chart.Timeline;
import org.convergence.platform.chart.Timeline.TimelineMark;
import org.convergence.platform.chart.Timeline.TimelineRow;
import org.convergence.platform.text.SafeHtml;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;

/** Draws the dated facts about an instrument: a line for the instrument itself and for each country. */
final class TreatyTimeline {

    private static final int FEWEST = 2;
    private static final int MOST_YEARS = 150;
    private static final int MONTHS = 12;

    private TreatyTimeline() {}

    /**
     * The drawing of facts of the last 150 years.
     *
     * @return {@code null} for fewer than two dated facts: there is nothing to compare
     */
    static @Nullable SafeHtml draw(List<TreatyFactRow> facts, LocalDate today, Words t) {
        Map<String, List<TimelineMark>> lines = new LinkedHashMap<>();
        List<LocalDate> days = new ArrayList<>();
        for (TreatyFactRow row : facts) {
            LocalDate day = row.happenedOn();
            if (day != null && row.count() == null && !day.isBefore(today.minusYears(MOST_YEARS))) {
                days.add(day);
                lines.computeIfAbsent(TreatyPage.place(row.country(), t), place -> new ArrayList<>())
                        .add(new TimelineMark(
                                day, tone(row.kind()), t.say(row.kind().key())));
            }
        }
        if (days.size() < FEWEST) {
            return null;
        }
        YearMonth first = YearMonth.of(
                days.stream().min(Comparator.naturalOrder()).orElse(today).getYear(), 1);
        int last = Math.max(
                today.getYear(),
                days.stream().max(Comparator.naturalOrder()).orElse(today).getYear());
        return new Timeline(
                        t.say("treaty.timeline"),
                        first,
                        (last - first.getYear() + 1) * MONTHS,
                        today,
                        lines.entrySet().stream()
                                .map(each -> new TimelineRow(t.capital(each.getKey()), List.of(), each.getValue()))
                                .toList())
                .draw(t)
                .figure(t);
    }

    private static ChartTone tone(TreatyFactKind kind) {
        return switch (kind) {
            case ADOPTED, IN_FORCE, RATIFIED -> ChartTone.GREEN;
            case LAPSED, ABOLISHED -> ChartTone.RED;
            case NOT_RATIFIED -> ChartTone.AMBER;
            default -> ChartTone.BLUE;
        };
    }
}
