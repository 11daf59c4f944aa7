package org.convergence.resources.dues.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.convergence.resources.dues.CallKind;
import org.jspecify.annotations.Nullable;

/**
 * The content of a call.
 *
 * @param name as printed on invoices, 1 to 200 characters
 * @param reference the reference date: its members, rates and headcounts count
 * @param periodFrom for dues, the first day of the period in which they are earned (R-FIN-7); {@code null} for none
 * @param amount of an appeal, the same for all; {@code null} where it is a percentage of the dues
 * @param percent of an appeal, in hundredths of the dues; {@code null} where it is an amount
 * @param letter the text of the mail; {@code null} for the standard text
 * @param note printed under the invoice: how to pay
 * @param leafletsFrom first day of the period of the leaflets enclosed with the mail; {@code null} for none
 * @param leafletsUntil its last day
 * @param reminders days past the due day on which reminders are due, ascending, at most six
 * @param reminding whether reminders are sent automatically
 */
public record CallFacts(
        CallKind kind,
        String name,
        LocalDate reference,
        LocalDate dueOn,
        @Nullable LocalDate periodFrom,
        @Nullable LocalDate periodUntil,
        @Nullable BigDecimal amount,
        @Nullable BigDecimal percent,
        @Nullable String letter,
        @Nullable String note,
        @Nullable LocalDate leafletsFrom,
        @Nullable LocalDate leafletsUntil,
        List<Integer> reminders,
        boolean reminding) {

    /** The greatest number of reminders. */
    public static final int MOST = 6;

    public CallFacts {
        reminders = reminders.stream().sorted().distinct().toList();
        if (reminders.size() > MOST || reminders.stream().anyMatch(it -> it < 1 || it > 730)) {
            throw new IllegalArgumentException("at most six reminders, each some days after the due day");
        }
    }
}
