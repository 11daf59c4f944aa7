package org.convergence.platform.door;

import java.time.Duration;
import java.time.Instant;

/** The time of what a phone noted: its own, corrected by its difference from the server's (R-DOOR-2). */
final class DoorPolicy {

    private static final Duration TOLERANCE = Duration.ofMinutes(2);

    private DoorPolicy() {}

    /**
     * Corrects the time of a phone. One that is ahead of the arrival, or before the link was made, cannot be true: the
     * arrival counts.
     *
     * @param phone milliseconds since 1970 on its clock
     * @param offset milliseconds to add, as measured when the list was loaded
     */
    static Instant correct(long phone, long offset, Instant received, Instant earliest) {
        Instant at = Instant.ofEpochMilli(clamp(phone)).plusMillis(clamp(offset));
        if (at.isAfter(received.plus(TOLERANCE)) || at.isBefore(earliest.minus(TOLERANCE))) {
            return received;
        }
        return at.isAfter(received) ? received : at;
    }

    private static long clamp(long millis) {
        long most = Duration.ofDays(36_500).toMillis();
        return Math.max(-most, Math.min(most, millis));
    }
}
