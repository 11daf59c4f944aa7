package org.convergence.plan.time.domain;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.convergence.directory.people.PersonName;
import org.jspecify.annotations.Nullable;

/**
 * A week's sheet, to be shown.
 *
 * @param version 0 if nothing was saved
 * @param days Monday to Sunday
 * @param decidedName the last person to approve, return or reopen it
 * @param comment the reason if it was returned or reopened
 * @param office the usual office share, in hours of this week
 * @param decides whether the current actor decides on it (R-TIME-4)
 */
public record WeekSheet(
        PersonName person,
        Week week,
        int version,
        SheetState state,
        List<WeekSheetLine> lines,
        List<WeekSheetDay> days,
        @Nullable Instant submittedAt,
        @Nullable Instant decidedAt,
        @Nullable String decidedName,
        @Nullable String comment,
        BigDecimal office,
        boolean decides) {

    /**
     * A line of the sheet: the hours of one action or realisation.
     *
     * @param label the action or the realisation; {@code null} for running the office
     * @param detail the realisation, beside its action; {@code null} for none
     * @param proposed whether it is not saved yet
     */
    public record WeekSheetLine(
            TimePost post,
            @Nullable String label,
            @Nullable String detail,
            Map<LocalDate, BigDecimal> hours,
            boolean proposed) {

        /** Hours of the week. */
        public BigDecimal total() {
            return hours.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        }
    }

    /**
     * A day.
     *
     * @param contract hours of the contracts, without holidays and leave
     * @param leave hours of leave
     * @param closed the name of the holiday or closure, {@code null} for none
     */
    public record WeekSheetDay(
            LocalDate day,
            BigDecimal contract,
            BigDecimal leave,
            @Nullable String closed) {}

    /** Hours of a day. */
    public BigDecimal totalOn(LocalDate day) {
        return lines.stream()
                .map(line -> line.hours().getOrDefault(day, BigDecimal.ZERO))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Hours of the week. */
    public BigDecimal total() {
        return lines.stream().map(WeekSheetLine::total).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Hours of the contracts in the week, without holidays and leave. */
    public BigDecimal contract() {
        return days.stream().map(WeekSheetDay::contract).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
