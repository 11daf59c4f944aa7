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
public record LineLinksPage(String line, String url, Form search, List<LinkCandidateGroup> groups, boolean more) {

    /** A plan. */
    public record LinkCandidateGroup(String plan, List<LinkCandidateRow> rows) {}

    /** A line of it. */
    public record LinkCandidateRow(UUID id, String label, boolean part, boolean linked) {}
}
