package org.convergence.resources.membership.domain;

import java.time.LocalDate;
import org.convergence.directory.people.Decision;
import org.jspecify.annotations.Nullable;

/**
 * How a membership ends.
 *
 * @param until its last day
 * @param reason in words, {@code null} where none is said
 * @param decision which ended it, {@code null} where the member left of its own
 */
public record Ending(
        LocalDate until, @Nullable String reason, @Nullable Decision decision) {}
