package org.convergence.resources.dues.domain;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.convergence.resources.dues.CallKind;
import org.jspecify.annotations.Nullable;

/** Proposes the dates of the next call for dues: the first period without a call, with the due days used before. */
public final class NextCallPolicy {

    private static final int DAYS_TO_PAY = 60;

    private NextCallPolicy() {}

    /** The earliest due day proposed. */
    public static LocalDate earliestDueDay(LocalDate today) {
        return today.plusDays(DAYS_TO_PAY);
    }

    /** The dates of a call, named as in {@link CallFacts}. */
    public record CallDates(LocalDate reference, LocalDate dueOn, LocalDate from, LocalDate until) {}

    /** The call for dues with the latest period; of several, the first one for all members, not one for newcomers. */
    public static @Nullable CallFacts findLastCall(List<DuesCallService.StoredCall> calls) {
        return calls.stream()
                .filter(it -> it.issuedOn() != null)
                .map(DuesCallService.StoredCall::facts)
                .filter(it -> it.kind() == CallKind.ANNUAL)
                .max(Comparator.comparing(CallFacts::periodUntil, Comparator.nullsFirst(Comparator.naturalOrder()))
                        .thenComparing(CallFacts::reference, Comparator.reverseOrder()))
                .orElse(null);
    }

    /**
     * The proposed dates.
     *
     * @param last {@link #findLastCall}; {@code null} for none
     * @param fiscalYear the first day of the current fiscal year
     */
    public static CallDates propose(@Nullable CallFacts last, LocalDate fiscalYear, LocalDate today) {
        LocalDate soon = earliestDueDay(today);
        LocalDate covered = last == null ? null : last.periodUntil();
        if (last == null || covered == null || covered.isBefore(fiscalYear)) {
            return new CallDates(LocalDate.of(today.getYear() - 1, 12, 31), soon, fiscalYear, lastDay(fiscalYear));
        }
        LocalDate from = covered.plusDays(1);
        LocalDate due = last.dueOn().plusYears(1);
        return new CallDates(last.reference().plusYears(1), due.isBefore(soon) ? soon : due, from, lastDay(from));
    }

    private static LocalDate lastDay(LocalDate from) {
        return from.plusYears(1).minusDays(1);
    }
}
