package org.convergence.plan.report.domain;

import java.time.LocalDate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The period of a progress note (R-REPORT-7): no day twice, and none left out. */
final class NotePeriodPolicy {

    private NotePeriodPolicy() {}

    /**
     * The period of the next note: until today, or the last day of an ended plan. A plan that has ended without a note,
     * or has not begun, is reported whole. After a note that goes until today, the end is open: no day is told twice.
     *
     * @param told the last day of the previous note
     * @param met the day of the last board meeting, if there was no note yet
     * @param begun the first day of the plan: earlier realisations belong to another report
     * @param ended the last day of the plan
     */
    static NextReportPeriods.ReportPeriod period(
            @Nullable LocalDate told,
            @Nullable LocalDate met,
            @Nullable LocalDate begun,
            @Nullable LocalDate ended,
            LocalDate today) {
        LocalDate last = ended != null && ended.isBefore(today) ? ended : today;
        if (begun != null && begun.isAfter(today)) {
            return new NextReportPeriods.ReportPeriod(begun, ended);
        }
        if (told == null && begun != null && met != null && met.isAfter(last)) {
            return new NextReportPeriods.ReportPeriod(begun, last);
        }
        if (told != null && !told.isBefore(today) && last.equals(today)) {
            return new NextReportPeriods.ReportPeriod(told.plusDays(1), null);
        }
        LocalDate since = told != null ? told.plusDays(1) : met;
        LocalDate from = Stream.of(since, begun)
                .flatMap(Stream::ofNullable)
                .max(LocalDate::compareTo)
                .orElse(last.minusMonths(3));
        return new NextReportPeriods.ReportPeriod(from.isAfter(last) ? last : from, last);
    }
}
