package org.convergence.plan.realisation;

import java.util.Set;
import org.convergence.directory.people.OrganisationId;
import org.convergence.platform.geography.Place;
import org.jspecify.annotations.Nullable;

/**
 * What happened: the facts that belong to whoever saw it happen. A person at risk is in none of them, except by her code
 * name.
 *
 * @param title what, 1 to 300 characters
 * @param when the day or days
 * @param place {@code null} where nobody said
 * @param participations {@code null} where nobody counted
 * @param organisations those that took part, at most 200
 */
public record Happening(
        String title,
        RealisationKind kind,
        Days when,
        @Nullable Place place,
        @Nullable Participations participations,
        Set<OrganisationId> organisations) {

    /** The longest title, in characters. */
    public static final int LONGEST_TITLE = 300;

    /** The most organisations. */
    public static final int MOST_ORGANISATIONS = 200;

    public Happening {
        title = title.strip().replaceAll("\\s+", " ");
        organisations = Set.copyOf(organisations);
        if (title.isEmpty()
                || title.codePointCount(0, title.length()) > LONGEST_TITLE
                || organisations.size() > MOST_ORGANISATIONS) {
            throw new IllegalArgumentException("a title of 1 to 300 characters, 200 organisations at most");
        }
    }
}
