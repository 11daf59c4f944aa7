package org.convergence.directory.protection.domain;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.convergence.directory.people.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * What somebody did with a sealed identity.
 *
 * @param codeName whose
 * @param reason why, in her own words, {@code null} where none is asked
 * @param alone whether two were needed and she acted alone
 * @param second who was told of it at once, {@code null} where nobody was named
 * @param reviewed who looked at it since, and when; {@code null} as long as nobody did
 */
public record Gesture(
        UUID id,
        PersonId person,
        String codeName,
        Kind kind,
        UUID account,
        String who,
        @Nullable String reason,
        Instant at,
        boolean alone,
        @Nullable String second,
        @Nullable Review reviewed) {

    /** What was done. */
    public enum Kind {
        /** Somebody was protected. */
        SEALED,
        /** Her identity was shown. */
        OPENED,
        /** What lies sealed was corrected. */
        CORRECTED,
        /** What is known of her was given out in a file. */
        GIVEN,
        /** Others may open her since. */
        LISTED,
        /** Two protected records of hers were made one. */
        JOINED,
        /** She was forgotten while she was protected. */
        FORGOTTEN,
        /** Somebody entered, or brought in, a name or an address that is hers. */
        RECOGNISED;

        /** Key of its name in the messages. */
        public String key() {
            return "protection.gesture." + name().toLowerCase(Locale.ROOT);
        }
    }

    /** That another looked at it. */
    public record Review(String who, Instant at, @Nullable String words) {}
}
