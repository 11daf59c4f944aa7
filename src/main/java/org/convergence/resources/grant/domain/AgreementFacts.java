package org.convergence.resources.grant.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.convergence.directory.people.OrganisationId;
import org.convergence.resources.grant.AgreementScope;
import org.jspecify.annotations.Nullable;

/**
 * What an agreement says, except its lines.
 *
 * @param number the funder's number, in at most 100 characters; may be empty
 * @param title 1 to 300 characters
 * @param newFunder the name of an organisation to create in the directory
 * @param terms clauses worth remembering, in at most 10,000 characters; may be empty
 * @param transferTolerance percent of a line that may move without an amendment
 * @param publicMoney whether its funder's money is public, for all agreements of the funder; {@code null} if nobody says
 * @param retainedUntil the last day on which vouchers must be kept
 */
public record AgreementFacts(
        String number,
        String title,
        @Nullable OrganisationId funder,
        @Nullable String newFunder,
        String currency,
        LocalDate startsOn,
        LocalDate endsOn,
        AgreementScope scope,
        String terms,
        @Nullable BigDecimal transferTolerance,
        @Nullable LocalDate retainedUntil,
        @Nullable Boolean publicMoney) {}
