package org.convergence.resources.dues.domain;

import java.time.LocalDate;
import org.convergence.directory.people.OrganisationId;
import org.jspecify.annotations.Nullable;

/**
 * How an organisation pays its dues. To whom one writes about them is told by {@code BillingContacts}.
 *
 * @param payer who pays for it, where that is another
 * @param byPost whether what it pays or is asked is printed for the post instead
 * @param address its own postal address, by lines: on what another pays for it stands that of the other
 * @param instance which body of theirs decides to pay
 * @param meetsOn when it meets next
 */
public record Arrangement(
        OrganisationId organisation,
        @Nullable OrganisationId payer,
        boolean byPost,
        @Nullable String address,
        @Nullable String instance,
        @Nullable LocalDate meetsOn,
        @Nullable String note) {}
