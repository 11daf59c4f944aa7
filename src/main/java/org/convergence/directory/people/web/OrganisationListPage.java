package org.convergence.directory.people.web;

import java.util.List;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.Tab;

/**
 * The list of organisations.
 *
 * @param near organisations with similar names
 */
public record OrganisationListPage(
        Form filter,
        OrganisationFilterChoices filters,
        DirectoryListFrame listed,
        List<OrganisationListRow> rows,
        List<OrganisationListRow> near,
        List<Tab> tabs,
        boolean mayEdit) {

    /** The choices of the filters. */
    public record OrganisationFilterChoices(List<Option> kinds, List<Option> places, List<Option> parents) {}

    /** A line. */
    public record OrganisationListRow(
            String url, String name, String shortName, String kind, String place, String parents) {}
}
