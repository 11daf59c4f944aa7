package org.convergence.resources.membership;

import org.convergence.directory.people.OrganisationName;
import org.convergence.directory.people.PersonName;
import org.jspecify.annotations.Nullable;

/**
 * To whom letters about a member's dues and headcount go.
 *
 * @param person who answers for it, {@code null} where the organisation itself is written to
 * @param mail hers, else the organisation's; {@code null} where none is known
 * @param language code of the letters' language, {@code null} where nothing is said, so that ours stands for it
 */
public record BillingContact(
        OrganisationName organisation,
        @Nullable PersonName person,
        @Nullable String mail,
        @Nullable String language) {}
