package org.convergence.directory.people;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The choice made in a form.
 *
 * @param known the chosen records, in order
 * @param newcomers names that the use case creates in the directory ({@link PeopleDirectory#findOrCreateOrganisation})
 */
public record ChosenParties<T>(List<T> known, List<String> newcomers) {

    public ChosenParties {
        known = List.copyOf(known);
        newcomers = List.copyOf(newcomers);
    }

    /** Whether nothing is chosen. */
    public boolean isEmpty() {
        return known.isEmpty() && newcomers.isEmpty();
    }

    /** The first known record; {@code null} for none. */
    public @Nullable T first() {
        return known.isEmpty() ? null : known.get(0);
    }
}
