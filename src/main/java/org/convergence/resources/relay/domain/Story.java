package org.convergence.resources.relay.domain;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that was done, as it is told to a member.
 *
 * @param place code of where; {@code null} where nobody said
 * @param own whether the member took part itself
 * @param participations how many took part, all together; 0 where nobody counted
 * @param text how it went, in plain words, short; empty where nobody told, or where somebody is named in it
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

    Story silent() {
        return new Story(realisation, title, from, to, place, own, participations, "");
    }
}
