package org.convergence.cooperation.project.domain;

import java.time.LocalDate;
import java.util.List;
import org.convergence.cooperation.project.ProjectRole;
import org.convergence.directory.people.PersonId;
import org.convergence.platform.geography.Country;
import org.jspecify.annotations.Nullable;

/**
 * What is said of a project.
 *
 * @param title 1 to 300 characters
 * @param summary at most 4,000 characters; may be empty
 * @param countries at most 20
 * @param reach the number of people to reach; {@code null} if unknown
 * @param reached who they are, in at most 300 characters; may be empty
 * @param lead the person who leads it on our side
 * @param levels the funder's words for the five levels of results, from impact to activities; empty for the usual ones
 */
public record ProjectFacts(
        String title,
        ProjectRole role,
        String summary,
        List<Country> countries,
        @Nullable Integer reach,
        String reached,
        @Nullable LocalDate startsOn,
        @Nullable LocalDate endsOn,
        @Nullable PersonId lead,
        List<String> levels) {

    public ProjectFacts {
        countries = List.copyOf(countries);
        levels = List.copyOf(levels);
    }

    /** A project of which only title and role are known. */
    public static ProjectFacts titled(String title, ProjectRole role) {
        return new ProjectFacts(title, role, "", List.of(), null, "", null, null, null, List.of());
    }
}
