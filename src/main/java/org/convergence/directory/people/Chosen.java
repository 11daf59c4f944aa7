package org.convergence.directory.people;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who was chosen in a form.
 *
 * @param known those whom the directory knows, in the order in which they were chosen
 * @param newcomers names to be entered in it by the gesture that the form asks for ({@link People#organisationNamed})
 */
public record Chosen<T extends Party>(List<T> known, List<String> newcomers) {

    public Chosen {
        known = List.copyOf(known);
        newcomers = List.copyOf(newcomers);
    }

    /** Whether nobody was chosen. */
    public boolean isEmpty() {
        return known.isEmpty() && newcomers.isEmpty();
    }

    /** The first that the directory knows; {@code null} where there is none. */
    public @Nullable T first() {
        return known.isEmpty() ? null : known.get(0);
    }
}
