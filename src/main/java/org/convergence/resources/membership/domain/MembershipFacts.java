package org.convergence.resources.membership.domain;

import java.time.LocalDate;
import org.convergence.directory.people.Decision;
import org.convergence.directory.people.Party;
import org.convergence.resources.membership.CategoryId;
import org.jspecify.annotations.Nullable;

/**
 * What a membership is.
 *
 * @param since its first day
 * @param decision which admitted the member; {@code null} where nobody knows it any more
 */
public record MembershipFacts(
        Party member,
        CategoryId category,
        LocalDate since,
        @Nullable Decision decision) {}
