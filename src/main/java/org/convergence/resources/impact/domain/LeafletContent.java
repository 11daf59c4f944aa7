package org.convergence.resources.impact.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.convergence.directory.people.OrganisationName;
import org.convergence.plan.realisation.RealisationFigures;
import org.convergence.resources.impact.domain.StoryPolicy.Story;
import org.jspecify.annotations.Nullable;

/**
 * The content of a member's leaflet. Each realisation counts once in each figure.
 *
 * @param house name of the organisation that makes the leaflet
 * @param own realisations in which the member took part itself
 * @param network those in which it, or an organisation it belonged to on that day, took part
 * @param whole all realisations
 * @param above names of the organisations it belonged to during the period
 * @param places codes of all places of realisations
 * @param stories the stories that may be told, in order
 * @param picture a publishable photograph; {@code null} if there is none
 * @param silenced how many titles and stories are left out because they name a person
 */
record LeafletContent(
        OrganisationName member,
        String house,
        LocalDate from,
        LocalDate to,
        RealisationFigures own,
        RealisationFigures network,
        RealisationFigures whole,
        List<String> above,
        List<String> places,
        List<Story> stories,
        @Nullable LeafletPhotograph picture,
        int silenced) {

    LeafletContent {
        above = List.copyOf(above);
        places = List.copyOf(places);
        stories = List.copyOf(stories);
    }

    /** A publishable photograph. */
    record LeafletPhotograph(UUID document, String caption, String alternative) {}
}
