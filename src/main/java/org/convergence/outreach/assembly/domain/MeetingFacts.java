package org.convergence.outreach.assembly.domain;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * When and where a meeting is.
 *
 * @param special whether it is extraordinary
 * @param title what it is called where that is more than its body and day, {@code null} for nothing
 * @param begins as the clock on the wall says where the organisation is: it stays so when the clocks change
 * @param ends {@code null} where nobody said
 */
public record MeetingFacts(
        boolean special,
        @Nullable String title,
        LocalDateTime begins,
        @Nullable LocalDateTime ends,
        Where where) {

    /**
     * In a room, on line, or both.
     *
     * @param place the room and its address, {@code null} for none
     * @param code of the place, as realisations know it; {@code null} where nobody said
     * @param online where one joins from afar, {@code null} for nowhere
     */
    public record Where(
            @Nullable String place,
            @Nullable String code,
            @Nullable String online) {

        /** Nobody said. */
        public static final Where UNKNOWN = new Where(null, null, null);

        public Where {
            if (online != null && !online.matches("https?://[^\\s<>\"]+")) {
                throw new IllegalArgumentException("an address begins with http:// or https://");
            }
        }
    }

    public MeetingFacts {
        if (ends != null && (!ends.isAfter(begins) || !ends.isBefore(begins.plusDays(7)))) {
            throw new IllegalArgumentException("a meeting ends after it begins, within the week");
        }
    }
}
