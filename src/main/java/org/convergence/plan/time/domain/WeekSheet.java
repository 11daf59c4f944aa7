package org.convergence.plan.time.domain;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.convergence.directory.people.PersonName;
import org.jspecify.annotations.Nullable;

/**
 * A week's sheet as it is looked at.
 *
 * @param version 0 where nothing was saved yet
 * @param days Monday to Sunday
 * @param decidedName who approved, returned or reopened it last
 * @param comment why, where it was returned or reopened
 * @param office the share of her hours that running the office usually takes, in hours of this week
 * @param decides whether whoever looks decides on it (R-TIME-4)
 */
public record WeekSheet(
        PersonName person,
        Week week,
        int version,
        SheetState state,
        List<Line> lines,
        List<Day> days,
        @Nullable Instant submittedAt,
        @Nullable Instant decidedAt,
        @Nullable String decidedName,
        @Nullable String comment,
        BigDecimal office,
        boolean decides) {

    /**
     * What hours went to.
     *
     * @param label the action, or what happened; {@code null} for running the office
     * @param detail what happened, beside its action; {@code null} for none
     * @param proposed whether nobody saved it yet
     */
    public record Line(
            Post post,
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
     * @param contract hours of her contracts, holidays and leave taken off
     * @param leave of leave
     * @param closed the holiday's or closure's name, {@code null} for none
     */
    public record Day(
            LocalDate day,
            BigDecimal contract,
            BigDecimal leave,
            @Nullable String closed) {}

    /** Hours of a day. */
    public BigDecimal on(LocalDate day) {
        return lines.stream()
                .map(line -> line.hours().getOrDefault(day, BigDecimal.ZERO))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Hours of the week. */
    public BigDecimal total() {
        return lines.stream().map(Line::total).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Hours of her contracts in the week, holidays and leave taken off. */
    public BigDecimal contract() {
        return days.stream().map(Day::contract).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Whether some of it was proposed and not saved yet. */
    public boolean proposes() {
        return lines.stream().anyMatch(Line::proposed);
    }
}
