package org.convergence.resources.membership.domain;

import java.time.LocalDate;
import org.convergence.directory.people.Decision;
import org.jspecify.annotations.Nullable;

/**
 * The end of a membership.
 *
 * @param until its last day
 * @param reason in words; {@code null} if not stated
 * @param decision the decision that ended it; {@code null} if the member left by itself
 */
public record MembershipEnding(
        LocalDate until, @Nullable String reason, @Nullable Decision decision) {}
