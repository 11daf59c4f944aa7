package org.convergence.directory.people;

import java.util.UUID;

/**
 * Someone who can be chosen.
 *
 * @param brief what fits on a chip
 * @param name in full
 */
public record Choice(UUID id, String brief, String name) {

    static Choice of(OrganisationName name) {
        return new Choice(name.id().value(), name.brief(), name.name());
    }

    static Choice of(PersonName name) {
        return new Choice(name.id().value(), name.name(), name.name());
    }
}
