package org.convergence.plan.realisation;

import java.time.LocalDate;
import java.util.Set;
import org.convergence.directory.people.OrganisationId;
import org.convergence.platform.geography.Place;
import org.convergence.platform.text.TextShortener;
import org.jspecify.annotations.Nullable;

/**
 * The facts of a realisation, known to its participants. A person at risk appears only under a code name.
 *
 * @param title 1 to 300 characters
 * @param when the day or days
 * @param place {@code null} if unknown
 * @param participations {@code null} if not counted
 * @param organisations the participating organisations, at most 200
 */
public record RealisationDetails(
        String title,
        RealisationKind kind,
        DayRange when,
        @Nullable Place place,
        @Nullable Participations participations,
        Set<OrganisationId> organisations) {

    /** Maximum length of a title, in characters. */
    public static final int LONGEST_TITLE = 300;

    /** Maximum number of organisations. */
    public static final int MOST_ORGANISATIONS = 200;

    public RealisationDetails {
        title = title.strip().replaceAll("\\s+", " ");
        organisations = Set.copyOf(organisations);
        if (title.isEmpty()
                || title.codePointCount(0, title.length()) > LONGEST_TITLE
                || organisations.size() > MOST_ORGANISATIONS) {
            throw new IllegalArgumentException("a title of 1 to 300 characters, 200 organisations at most");
        }
    }

    /** Of one day, with these organisations; a long title is shortened, and nobody is counted. */
    public static RealisationDetails on(
            LocalDate day, RealisationKind kind, String title, Set<OrganisationId> organisations) {
        return new RealisationDetails(
                TextShortener.shorten(title, LONGEST_TITLE), kind, DayRange.on(day), null, null, organisations);
    }
}
