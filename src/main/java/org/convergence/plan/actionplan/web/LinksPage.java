package org.convergence.plan.actionplan.web;

import java.util.List;
import java.util.UUID;
import org.convergence.platform.shell.Form;

/**
 * Choosing what a line is linked to.
 *
 * @param line how it is called
 * @param url of the line
 * @param search what is looked for
 * @param groups the lines found, plan by plan
 * @param more whether there are others, which are not shown
 */
public record LinksPage(String line, String url, Form search, List<Group> groups, boolean more) {

    /** A plan. */
    public record Group(String plan, List<Row> rows) {}

    /** A line of it. */
    public record Row(UUID id, String label, boolean part, boolean linked) {}
}
