package org.convergence.resources.dues.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.convergence.resources.dues.CallKind;
import org.jspecify.annotations.Nullable;

/**
 * What a call says.
 *
 * @param name as it stands on invoices, 1 to 200 characters
 * @param reference the one day whose members, rates and headcounts count
 * @param periodFrom for dues, the time over which they are earned (R-FIN-7); {@code null} for none
 * @param amount of an appeal, the same for all; {@code null} where it is a part of the dues
 * @param percent of an appeal, so many hundredths of the dues; {@code null} where it is an amount
 * @param letter what the mail says; {@code null} for the usual words
 * @param note what stands under the invoice: how one pays
 * @param leafletsFrom of what period goes with the mail what each membership made possible; {@code null} for none
 * @param leafletsUntil its last day
 * @param reminders after how many days past the due day one reminds, rising, at most six
 * @param reminding whether they leave by themselves
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

    /** The most reminders. */
    public static final int MOST = 6;

    public CallFacts {
        reminders = reminders.stream().sorted().distinct().toList();
        if (reminders.size() > MOST || reminders.stream().anyMatch(it -> it < 1 || it > 730)) {
            throw new IllegalArgumentException("at most six reminders, each some days after the due day");
        }
    }
}
