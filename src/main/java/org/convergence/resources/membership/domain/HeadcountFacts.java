package org.convergence.resources.membership.domain;

import java.time.LocalDate;
import org.convergence.directory.people.OrganisationId;
import org.convergence.resources.membership.HeadcountStatus;
import org.jspecify.annotations.Nullable;

/**
 * How many people an organisation has, as somebody said.
 *
 * @param countedOn the day for which it is said
 * @param number of people, 0 to ten million
 * @param saidBy who attests it, {@code null} where nobody is named
 * @param evidence what shows it, {@code null} for nothing
 */
public record HeadcountFacts(
        OrganisationId organisation,
        LocalDate countedOn,
        int number,
        HeadcountStatus status,
        @Nullable String saidBy,
        @Nullable String evidence) {}
