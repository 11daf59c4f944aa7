package org.convergence.resources.spending.web;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.convergence.directory.people.ChooserField;
import org.convergence.platform.shell.Field;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.OptionGroup;
import org.convergence.platform.shell.Tab;
import org.jspecify.annotations.Nullable;

/**
 * The form of an expense made from approved hours.
 *
 * @param counted the approved hours, in words; {@code null} until they are counted
 * @param claimed what claims some of them already, with its page
 * @param actions the lines of the plan on which the person has approved hours then
 */
public record HourExpensePage(
        Form form,
        ChooserField person,
        List<OptionGroup> lines,
        @Nullable String counted,
        List<Tab> claimed,
        List<Option> actions) {

    public static final Field<LocalDate> FROM = Field.date("from", "spending.hours.from");
    public static final Field<LocalDate> TO = Field.date("to", "spending.hours.to");
    public static final Field<UUID> LINE = Field.id("line", "spending.field.line");
    public static final Field<Boolean> COMPLEMENT = Field.checkbox("complement", "spending.hours.complement");
}
