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
public record PartyChoice(
        UUID id, String brief, String name, @Nullable String place, String about) {

    static PartyChoice of(OrganisationName name) {
        return new PartyChoice(name.id().value(), name.brief(), name.name(), null, "");
    }

    static PartyChoice of(PersonName name) {
        return new PartyChoice(name.id().value(), name.name(), name.name(), null, "");
    }

    PartyChoice with(@Nullable HomonymDetails told) {
        return told == null ? this : new PartyChoice(id, brief, name, told.place(), told.text());
    }

    /**
     * Details that distinguish parties of the same name.
     *
     * @param place an organisation's place code, {@code null} where unknown
     * @param text the parent organisations, or the functions; may be empty
     */
    public record HomonymDetails(@Nullable String place, String text) {}
}
