package org.convergence.plan.actionplan.web;

import java.util.List;
import java.util.UUID;
import org.convergence.platform.shell.Form;

/**
 * The page that chooses the links of a line.
 *
 * @param line its label
 * @param url of the line
 * @param search the search form
 * @param groups the lines found, plan by plan
 * @param more whether more lines were found than shown
 */
public record LinksPage(String line, String url, Form search, List<Group> groups, boolean more) {

    /** A plan. */
    public record Group(String plan, List<Row> rows) {}

    /** A line of it. */
    public record Row(UUID id, String label, boolean part, boolean linked) {}
}
