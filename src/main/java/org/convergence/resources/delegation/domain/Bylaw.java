package org.convergence.resources.delegation.domain;

import java.time.LocalDate;
import org.convergence.directory.people.Decision;
import org.convergence.resources.delegation.BylawId;
import org.convergence.resources.membership.CategoryId;
import org.jspecify.annotations.Nullable;

/**
 * A table adopted by a body.
 *
 * @param since its first day; it applies until the next table of the category
 * @param article the by-law and its article; {@code null} if not stated
 */
public record Bylaw(
        BylawId id,
        int version,
        CategoryId category,
        LocalDate since,
        StepTable table,
        @Nullable String article,
        Decision decision) {}
