package org.convergence.plan.report.domain;

import java.time.LocalDate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which period a progress note tells (R-REPORT-7): no day twice, and none left out. */
final class NotePolicy {

    private NotePolicy() {}

    /**
     * The period of the next note, until today.
     *
     * @param told the last day of the note before
     * @param met the day of the board's last meeting, where there was no note yet
     * @param begun the first day of the plan: what was done before it is told elsewhere
     */
    static NextReport.Period period(
            @Nullable LocalDate told, @Nullable LocalDate met, @Nullable LocalDate begun, LocalDate today) {
        LocalDate since = told != null ? told.plusDays(1) : met;
        LocalDate from = Stream.of(since, begun)
                .flatMap(Stream::ofNullable)
                .max(LocalDate::compareTo)
                .orElse(today.minusMonths(3));
        return new NextReport.Period(from.isAfter(today) ? today : from, today);
    }
}
