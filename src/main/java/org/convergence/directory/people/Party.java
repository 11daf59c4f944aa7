package org.convergence.directory.people;

import org.convergence.platform.database.Identifier;
import org.jspecify.annotations.Nullable;

/** A person or an organisation, as other rows reference it. */
public sealed interface Party extends Identifier permits PersonId, OrganisationId {

    /**
     * The party that two columns reference, of which exactly one is filled.
     *
     * @throws IllegalStateException if both or none are
     */
    static Party of(@Nullable OrganisationId organisation, @Nullable PersonId person) {
        if (organisation != null && person == null) {
            return organisation;
        }
        if (person != null && organisation == null) {
            return person;
        }
        throw new IllegalStateException("a party is one organisation or one person");
    }

    /** The organisation; {@code null} if this is a person. */
    default @Nullable OrganisationId organisation() {
        return this instanceof OrganisationId organisation ? organisation : null;
    }

    /** The person; {@code null} if this is an organisation. */
    default @Nullable PersonId person() {
        return this instanceof PersonId person ? person : null;
    }
}
