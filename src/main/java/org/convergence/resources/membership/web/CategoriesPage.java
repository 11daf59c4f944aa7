package org.convergence.resources.membership.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The categories of members. */
public record CategoriesPage(List<Row> rows, boolean mayKeep) {

    /**
     * A category.
     *
     * @param detail who belongs to it, from which headcount, by which article
     * @param ended until when one could be admitted to it; {@code null} while one can
     */
    public record Row(
            String name,
            @Nullable String url,
            String detail,
            @Nullable String description,
            @Nullable String ended) {}
}
