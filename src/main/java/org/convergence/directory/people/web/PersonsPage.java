package org.convergence.directory.people.web;

import java.util.List;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.Tab;
import org.jspecify.annotations.Nullable;

/**
 * The list of people.
 *
 * @param at the organisation that the list is filtered by, {@code null} for none
 * @param near people with similar names
 */
public record PersonsPage(
        Form filter,
        @Nullable At at,
        List<Option> languages,
        Listed listed,
        List<Row> rows,
        List<Row> near,
        List<Tab> tabs,
        boolean mayEdit) {

    /** An organisation; {@code without} is the address of the list without this filter. */
    public record At(String id, String name, String without) {}

    /** A line. */
    public record Row(String url, String name, String functions, String mail, String phone) {}
}
