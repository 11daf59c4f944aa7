package org.convergence.resources.relay.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.convergence.directory.people.OrganisationName;
import org.convergence.plan.realisation.Figures;
import org.jspecify.annotations.Nullable;

/**
 * What there is to tell a member of a period. Each realisation counts once in each figure.
 *
 * @param house who tells it
 * @param own what the member took part in itself
 * @param network what it, or one to which it belonged on that day, took part in
 * @param whole all that was done
 * @param above to whom it belonged during the period, by name
 * @param places codes of all places where something was done
 * @param stories those that may be told, in the order in which they are chosen
 * @param picture a photograph that may be published; {@code null} where there is none
 * @param silenced how many titles and stories are not told because somebody is named in them
 */
record Told(
        OrganisationName member,
        String house,
        LocalDate from,
        LocalDate to,
        Figures own,
        Figures network,
        Figures whole,
        List<String> above,
        List<String> places,
        List<Story> stories,
        @Nullable Picture picture,
        int silenced) {

    Told {
        above = List.copyOf(above);
        places = List.copyOf(places);
        stories = List.copyOf(stories);
    }

    /** A photograph that may be published. */
    record Picture(UUID document, String caption, String alternative) {}
}
