package org.convergence.resources.membership.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The categories of members. */
public record CategoriesPage(List<CategoryRow> rows, boolean mayKeep) {

    /**
     * A category.
     *
     * @param detail kind of members, smallest headcount, by-law article
     * @param ended the last day of admissions, in words; {@code null} while it is open
     */
    public record CategoryRow(
            String name,
            @Nullable String url,
            String detail,
            @Nullable String description,
            @Nullable String ended) {}
}
