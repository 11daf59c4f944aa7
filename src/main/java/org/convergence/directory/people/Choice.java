package org.convergence.directory.people;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Someone who can be chosen.
 *
 * @param brief what fits on a chip
 * @param name in full
 * @param place an organisation's place code, {@code null} where none is known
 * @param about what tells her from others of her name: to whom it belongs, what she does; may be empty
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
     * What tells those apart who bear one name.
     *
     * @param place an organisation's place code, {@code null} where none is known
     * @param text to whom it belongs, or what she does; may be empty
     */
    public record About(@Nullable String place, String text) {}
}
