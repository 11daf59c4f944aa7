package org.convergence.directory.protection.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.protection.Use;
import org.jspecify.annotations.Nullable;

/**
 * That someone at risk lets her name be said, since visibility sometimes protects.
 *
 * @param how where and how she said so
 * @param until the last day; then her code name stands again by itself
 * @param withdrawnOn when she took it back, {@code null} where she did not
 */
public record Degree(
        UUID id,
        int version,
        PersonId person,
        Use use,
        GivenBy givenBy,
        String how,
        LocalDate givenOn,
        LocalDate until,
        String recordedBy,
        @Nullable LocalDate withdrawnOn) {

    /** Who said yes. */
    public enum GivenBy {
        HERSELF,
        MANDATARY;

        /** Key of its name in the messages. */
        public String key() {
            return "protection.given-by." + name().toLowerCase(Locale.ROOT);
        }
    }

    /** Whether it holds on a day. */
    public boolean holdsOn(LocalDate day) {
        return withdrawnOn == null && !day.isBefore(givenOn) && !day.isAfter(until);
    }

    /** For what her name may be said on a day; {@code null} where she is sealed, which is the rule. */
    public static @Nullable Use widest(List<Degree> all, LocalDate day) {
        Use widest = null;
        for (Degree each : all) {
            if (each.holdsOn(day) && (widest == null || each.use().covers(widest))) {
                widest = each.use();
            }
        }
        return widest;
    }
}
