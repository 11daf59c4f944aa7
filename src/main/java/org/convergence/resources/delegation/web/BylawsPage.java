package org.convergence.resources.delegation.web;

import java.util.List;
import org.convergence.platform.shell.Tone;
import org.jspecify.annotations.Nullable;

/** The tables of each category, the latest first. */
public record BylawsPage(List<CategoryBylaws> groups) {

    /** A category's tables. */
    public record CategoryBylaws(String category, @Nullable String add, List<BylawListRow> rows) {}

    /**
     * A table.
     *
     * @param table in one sentence
     * @param detail the article, first day and decision
     */
    public record BylawListRow(
            String table,
            String detail,
            Tone tone,
            String state,
            @Nullable String url) {}
}
