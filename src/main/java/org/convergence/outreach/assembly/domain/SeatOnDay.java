package org.convergence.outreach.assembly.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.convergence.directory.people.OrganisationName;
import org.convergence.directory.people.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * A seat on a day, with its holders.
 *
 * @param title its office; {@code null} for none
 * @param organisation its owner; {@code null} for an individual member
 * @param holder {@code null} if vacant on that day
 * @param substitute {@code null} for none
 */
public record SeatOnDay(
        UUID id,
        int version,
        @Nullable String title,
        @Nullable OrganisationName organisation,
        LocalDate since,
        @Nullable LocalDate until,
        @Nullable SeatMandate holder,
        @Nullable SeatMandate substitute) {

    /** A mandate with the person's name. */
    public record SeatMandate(
            UUID mandate,
            PersonId person,
            String name,
            LocalDate since,
            @Nullable LocalDate until) {}

    /** Its mandates on that day: the holder, then the substitute. */
    public List<SeatMandate> mandates() {
        List<SeatMandate> all = new ArrayList<>();
        if (holder != null) {
            all.add(holder);
        }
        if (substitute != null) {
            all.add(substitute);
        }
        return all;
    }

    /** Its name in a sentence: the office, else the organisation; empty for an individual member without office. */
    public String label() {
        String whose = organisation == null ? "" : organisation.brief();
        return title == null ? whose : whose.isEmpty() ? title : title + ", " + whose;
    }

    /** Whether it has a holder or a substitute. */
    public boolean isHeld() {
        return holder != null || substitute != null;
    }
}
