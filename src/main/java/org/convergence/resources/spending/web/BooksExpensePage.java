package org.convergence.resources.spending.web;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.convergence.platform.shell.Field;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.OptionGroup;
import org.convergence.platform.shell.Tab;
import org.jspecify.annotations.Nullable;

/**
 * The lines of the books that are no expense yet.
 *
 * @param accounts that have lines in the period
 * @param count how many lines are left, in words
 * @param first the expense that a ticked line was made into before; {@code null} for none
 */
public record BooksExpensePage(
        Form form,
        List<Option> accounts,
        List<OptionGroup> lines,
        List<BooksDebitRow> rows,
        String count,
        @Nullable Tab first) {

    public static final Field<LocalDate> FROM = Field.date("from", "spending.hours.from");
    public static final Field<LocalDate> TO = Field.date("to", "spending.hours.to");
    public static final Field<UUID> LINE = Field.id("line", "spending.field.line");

    /** A debit of the books. */
    public record BooksDebitRow(String key, String what, String detail, String amount) {}
}
