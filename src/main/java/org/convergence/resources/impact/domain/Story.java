package org.convergence.resources.impact.domain;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A realisation as it appears in a leaflet.
 *
 * @param place code of the place; {@code null} if unknown
 * @param own whether the member took part itself
 * @param participations total number of participations; 0 if not counted
 * @param text short plain narrative; empty if there is none, or if it names a person
 */
record Story(
        UUID realisation,
        String title,
        LocalDate from,
        LocalDate to,
        @Nullable String place,
        boolean own,
        int participations,
        String text) {

    Story withoutText() {
        return new Story(realisation, title, from, to, place, own, participations, "");
    }
}
