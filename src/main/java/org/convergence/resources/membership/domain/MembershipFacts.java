package org.convergence.resources.membership.domain;

import java.time.LocalDate;
import org.convergence.directory.people.Decision;
import org.convergence.directory.people.Party;
import org.convergence.resources.membership.CategoryId;
import org.jspecify.annotations.Nullable;

/**
 * The properties of a membership.
 *
 * @param since its first day
 * @param decision the decision that admitted the member; {@code null} if unknown
 */
public record MembershipFacts(
        Party member,
        CategoryId category,
        LocalDate since,
        @Nullable Decision decision) {}
