package org.convergence.directory.people.web;

import java.util.List;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.Tab;

/**
 * The list of organisations.
 *
 * @param near those that were perhaps meant
 */
public record OrganisationsPage(
        Form filter, Filters filters, Listed listed, List<Row> rows, List<Row> near, List<Tab> tabs, boolean mayEdit) {

    /** What one may choose in the filters. */
    public record Filters(List<Option> kinds, List<Option> places, List<Option> parents) {}

    /** A line. */
    public record Row(String url, String name, String shortName, String kind, String place, String parents) {}
}
