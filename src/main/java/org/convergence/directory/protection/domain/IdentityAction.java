package org.convergence.directory.protection.domain;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.convergence.directory.people.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * An action on a sealed identity.
 *
 * @param codeName of the protected person
 * @param reason the actor's reason, {@code null} where none is required
 * @param alone whether two people were needed and one acted alone
 * @param second the second person, notified at once; {@code null} where none is named
 * @param reviewed the review; {@code null} until then
 */
public record IdentityAction(
        UUID id,
        PersonId person,
        String codeName,
        IdentityActionKind kind,
        UUID account,
        String who,
        @Nullable String reason,
        Instant at,
        boolean alone,
        @Nullable String second,
        @Nullable ActionReview reviewed) {

    /** The kind of action. */
    public enum IdentityActionKind {
        /** A person was protected. */
        SEALED,
        /** An identity was shown. */
        OPENED,
        /** A sealed identity was corrected. */
        CORRECTED,
        /** A person's data was given out in a file. */
        GIVEN,
        /** The list of openers was changed. */
        LISTED,
        /** Two protected records were merged. */
        JOINED,
        /** A protected person was erased. */
        FORGOTTEN,
        /** A protected name or address was entered or imported. */
        RECOGNISED;

        /** The message key of its name. */
        public String key() {
            return "protection.gesture." + name().toLowerCase(Locale.ROOT);
        }
    }

    /** A review by another person. */
    public record ActionReview(
            String who, Instant at, @Nullable String words) {}
}
