package org.convergence.resources.dues.domain;

import java.time.LocalDate;
import org.convergence.directory.people.OrganisationId;
import org.jspecify.annotations.Nullable;

/**
 * How an organisation wants to be asked for its dues.
 *
 * @param payer who pays for it, where that is another
 * @param mail where invoices go; {@code null} for the directory's address
 * @param byPost whether they are printed for the post instead
 * @param address its postal address, by lines
 * @param language a code; {@code null} for the organisation's first
 * @param instance which body of theirs decides to pay
 * @param meetsOn when it meets next
 */
public record Arrangement(
        OrganisationId organisation,
        @Nullable OrganisationId payer,
        @Nullable String mail,
        boolean byPost,
        @Nullable String address,
        @Nullable String language,
        @Nullable String instance,
        @Nullable LocalDate meetsOn,
        @Nullable String note) {}
