package org.convergence.cooperation.project.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.convergence.cooperation.project.domain.MeasurementQueries.ProjectPeriodRow;
import org.jspecify.annotations.Nullable;

/**
 * The periods that a page shows of a project that has many.
 *
 * @param all in order
 * @param first where the shown ones begin
 */
public record PeriodWindow(List<ProjectPeriodRow> all, int first) {

    private static final int MOST = 8;
    private static final int BEFORE = 5;

    /** The periods around one; without one around the current one, or the last that began. */
    public static PeriodWindow around(List<ProjectPeriodRow> all, @Nullable ProjectPeriodRow period, LocalDate today) {
        int place = period == null
                ? (int) all.stream()
                                .filter(each -> !each.startsOn().isAfter(today))
                                .count()
                        - 1
                : all.indexOf(period);
        return new PeriodWindow(all, Math.max(0, Math.min(place - BEFORE, all.size() - MOST)));
    }

    /** At most eight periods, in order. */
    public List<ProjectPeriodRow> shown() {
        return all.subList(first, end());
    }

    private int end() {
        return Math.min(all.size(), first + MOST);
    }

    public boolean isPart() {
        return all.size() > MOST;
    }

    /** A period around which those before the shown ones are; empty if there are none. */
    public Optional<ProjectPeriodRow> earlier() {
        return first == 0 ? Optional.empty() : Optional.of(all.get(Math.max(0, first - MOST + BEFORE)));
    }

    /** A period around which those after the shown ones are; empty if there are none. */
    public Optional<ProjectPeriodRow> later() {
        return end() == all.size() ? Optional.empty() : Optional.of(all.get(Math.min(all.size() - 1, end() + BEFORE)));
    }
}
