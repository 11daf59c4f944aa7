package org.convergence.resources.dues.domain;

import java.time.LocalDate;
import org.convergence.directory.people.OrganisationId;
import org.jspecify.annotations.Nullable;

/**
 * The arrangement by which an organisation pays its dues. {@code BillingContacts} gives the recipient of its mail.
 *
 * @param payer the organisation that pays, if it is another
 * @param byPost whether its invoices are printed for the post
 * @param address its own postal address, by lines; an invoice that another pays carries the payer's
 * @param instance the body of the organisation that decides to pay
 * @param meetsOn when that body meets next
 */
public record PaymentArrangement(
        OrganisationId organisation,
        @Nullable OrganisationId payer,
        boolean byPost,
        @Nullable String address,
        @Nullable String instance,
        @Nullable LocalDate meetsOn,
        @Nullable String note) {}
