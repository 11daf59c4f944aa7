package org.convergence.directory.people;

import org.jspecify.annotations.Nullable;

/**
 * The one party chosen in a form ({@link SinglePartyChooser}).
 *
 * @param known {@code null} if it is new, or none was chosen
 * @param newcomer the name of an organisation that {@link PeopleDirectory#findOrCreate} creates; {@code null} for none
 */
public record ChosenParty(@Nullable Party known, @Nullable String newcomer) {

    /** Whether nothing is chosen. */
    public boolean isEmpty() {
        return known == null && newcomer == null;
    }
}
