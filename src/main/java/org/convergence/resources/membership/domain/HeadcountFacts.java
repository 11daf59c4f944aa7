package org.convergence.resources.membership.domain;

import java.time.LocalDate;
import org.convergence.directory.people.OrganisationId;
import org.convergence.resources.membership.HeadcountStatus;
import org.jspecify.annotations.Nullable;

/**
 * The stated headcount of an organisation.
 *
 * @param countedOn the reference date
 * @param number of people, 0 to ten million
 * @param saidBy author of the statement; {@code null} if unknown
 * @param evidence {@code null} for none
 */
public record HeadcountFacts(
        OrganisationId organisation,
        LocalDate countedOn,
        int number,
        HeadcountStatus status,
        @Nullable String saidBy,
        @Nullable String evidence) {}
