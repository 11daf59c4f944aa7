package org.convergence.resources.spending.web;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.convergence.platform.list.ListFrame;
import org.convergence.platform.shell.Field;
import org.convergence.platform.shell.Tone;
import org.convergence.resources.spending.ExpenseState;
import org.jspecify.annotations.Nullable;

/**
 * The list of expenses.
 *
 * @param queue how many wait for the accountant, in words; {@code null} if none does
 */
public record ExpenseListPage(
        ListFrame frame,
        List<ExpenseListItem> items,
        boolean mayRecord,
        @Nullable String queue) {

    /** Words of the supplier, the number or the note. */
    public static final Field<String> WORDS = Field.text("q", "spending.filter.q", 1_000)
            .optional()
            .formattedBy((value, t) -> t.say("spending.filter.words", value));

    public static final Field<LocalDate> FROM = day("from", "spending.filter.from", "spending.filter.since");
    public static final Field<LocalDate> TO = day("to", "spending.filter.to", "spending.filter.until");
    public static final Field<ExpenseState> STATE = Field.choice(
                    "state", "spending.field.state", List.of(ExpenseState.values()), ExpenseState::key)
            .optional();

    /** The budget, set by a link. */
    static final Field<UUID> BUDGET = Field.id("budget", "spending.filter.budget")
            .optional()
            .formattedBy((value, t) -> t.say("spending.filter.budget"));

    /** The line of a budget, set by a link. */
    static final Field<UUID> LINE = Field.id("line", "spending.filter.line")
            .optional()
            .formattedBy((value, t) -> t.say("spending.filter.line"));

    /** The closed batch, set by a link. */
    static final Field<UUID> BATCH = Field.id("batch", "spending.filter.batch")
            .optional()
            .formattedBy((value, t) -> t.say("spending.filter.batch"));

    private static Field<LocalDate> day(String name, String label, String shown) {
        Field<LocalDate> day = Field.date(name, label).optional();
        return day.formattedBy((value, t) -> t.say(shown, day.words().apply(value, t)));
    }

    /** An expense in the list. */
    public record ExpenseListItem(
            String url, String supplier, String day, String detail, String amount, Tone tone, String state) {}
}
