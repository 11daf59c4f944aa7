package org.convergence.directory.protection.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.protection.NameUse;
import org.jspecify.annotations.Nullable;

/**
 * The consent of a protected person to the use of their name, since visibility sometimes protects.
 *
 * @param how where and how it was given
 * @param until the last day; then the code name applies again
 * @param withdrawnOn the day it was withdrawn, {@code null} for none
 */
public record NameUseConsent(
        UUID id,
        int version,
        PersonId person,
        NameUse use,
        ConsentGiver givenBy,
        String how,
        LocalDate givenOn,
        LocalDate until,
        String recordedBy,
        @Nullable LocalDate withdrawnOn) {

    /** The person who consented. */
    public enum ConsentGiver {
        HERSELF,
        MANDATARY;

        /** The message key of its name. */
        public String key() {
            return "protection.given-by." + name().toLowerCase(Locale.ROOT);
        }
    }

    /** Whether it is valid on a day. */
    public boolean holdsOn(LocalDate day) {
        return withdrawnOn == null && !day.isBefore(givenOn) && !day.isAfter(until);
    }

    /** The widest use allowed on a day; {@code null} where the name is sealed, which is the rule. */
    public static @Nullable NameUse widestUse(List<NameUseConsent> all, LocalDate day) {
        NameUse widest = null;
        for (NameUseConsent each : all) {
            if (each.holdsOn(day) && (widest == null || each.use().covers(widest))) {
                widest = each.use();
            }
        }
        return widest;
    }
}
