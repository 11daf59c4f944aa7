package org.convergence.resources.membership;

import org.convergence.directory.people.OrganisationName;
import org.convergence.directory.people.PersonName;
import org.jspecify.annotations.Nullable;

/**
 * The contact for letters about a member's dues and headcount.
 *
 * @param person the named contact; {@code null} if the organisation itself is written to
 * @param mail the person's address, else the organisation's; {@code null} if none is known
 * @param language code of the language of the letters; {@code null} if unknown, then the default language is used
 */
public record BillingContact(
        OrganisationName organisation,
        @Nullable PersonName person,
        @Nullable String mail,
        @Nullable String language) {}
