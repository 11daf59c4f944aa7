package org.convergence.directory.people;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person or an organisation that can be chosen.
 *
 * @param brief the name that fits on a chip
 * @param name the full name
 * @param place an organisation's place code, {@code null} where unknown
 * @param about what distinguishes homonyms: the parent organisations, the functions; may be empty
 */
public record Choice(
        UUID id, String brief, String name, @Nullable String place, String about) {

    static Choice of(OrganisationName name) {
        return new Choice(name.id().value(), name.brief(), name.name(), null, "");
    }

    static Choice of(PersonName name) {
        return new Choice(name.id().value(), name.name(), name.name(), null, "");
    }

    Choice with(@Nullable About told) {
        return told == null ? this : new Choice(id, brief, name, told.place(), told.text());
    }

    /**
     * What distinguishes homonyms.
     *
     * @param place an organisation's place code, {@code null} where unknown
     * @param text the parent organisations, or the functions; may be empty
     */
    public record About(@Nullable String place, String text) {}
}
