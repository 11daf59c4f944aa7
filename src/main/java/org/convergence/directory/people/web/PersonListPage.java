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
public record PersonListPage(
        Form filter,
        @Nullable FilteredOrganisation at,
        List<Option> languages,
        DirectoryListFrame listed,
        List<PersonListRow> rows,
        List<PersonListRow> near,
        List<Tab> tabs,
        boolean mayEdit) {

    /** An organisation; {@code without} is the address of the list without this filter. */
    public record FilteredOrganisation(String id, String name, String without) {}

    /** A line. */
    public record PersonListRow(String url, String name, String functions, String mail, String phone) {}
}
