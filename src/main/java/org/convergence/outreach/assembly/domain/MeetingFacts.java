package org.convergence.outreach.assembly.domain;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * The properties of a meeting.
 *
 * @param special whether it is extraordinary
 * @param title its own title besides body and day; {@code null} for none
 * @param begins local time of the organisation, unaffected by daylight saving changes
 * @param ends {@code null} if unknown
 * @param training whether its people come to learn
 */
public record MeetingFacts(
        boolean special,
        @Nullable String title,
        LocalDateTime begins,
        @Nullable LocalDateTime ends,
        MeetingPlace where,
        boolean training) {

    /** A meeting that decides. */
    public MeetingFacts(
            boolean special,
            @Nullable String title,
            LocalDateTime begins,
            @Nullable LocalDateTime ends,
            MeetingPlace where) {
        this(special, title, begins, ends, where, false);
    }

    /**
     * The place: in a room, online, or both.
     *
     * @param place the room and its address; {@code null} for none
     * @param code of the place, as in realisations; {@code null} if unknown
     * @param online address of the video call; {@code null} for none
     */
    public record MeetingPlace(
            @Nullable String place,
            @Nullable String code,
            @Nullable String online) {

        /** An unknown place. */
        public static final MeetingPlace UNKNOWN = new MeetingPlace(null, null, null);

        public MeetingPlace {
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
