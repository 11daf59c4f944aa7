package org.convergence.outreach.assembly.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.convergence.directory.people.OrganisationName;
import org.convergence.directory.people.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * A seat as it is on a day.
 *
 * @param title the office, {@code null} for none
 * @param organisation whose it is, {@code null} for a member who sits for herself
 * @param holder {@code null} where nobody holds it that day
 * @param substitute {@code null} where nobody sits in
 */
public record SeatOn(
        UUID id,
        int version,
        @Nullable String title,
        @Nullable OrganisationName organisation,
        LocalDate since,
        @Nullable LocalDate until,
        @Nullable Sitting holder,
        @Nullable Sitting substitute) {

    /** Someone's mandate. */
    public record Sitting(
            UUID mandate,
            PersonId person,
            String name,
            LocalDate since,
            @Nullable LocalDate until) {}

    /** Whoever sits on it that day: the holder, then the substitute. */
    public List<Sitting> sitting() {
        List<Sitting> all = new ArrayList<>();
        if (holder != null) {
            all.add(holder);
        }
        if (substitute != null) {
            all.add(substitute);
        }
        return all;
    }

    /** What it is called in a sentence: the office, else whose it is; empty for a member who sits for herself. */
    public String label() {
        String whose = organisation == null ? "" : organisation.brief();
        return title == null ? whose : whose.isEmpty() ? title : title + ", " + whose;
    }

    /** Whether anyone can speak for it. */
    public boolean isHeld() {
        return holder != null || substitute != null;
    }
}
