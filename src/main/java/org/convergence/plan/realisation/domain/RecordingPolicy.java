package org.convergence.plan.realisation.domain;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.convergence.plan.realisation.Days;
import org.convergence.plan.realisation.RealisationPermissions;
import org.convergence.plan.realisation.RealisationState;
import org.convergence.platform.access.Actor;
import org.convergence.platform.database.Refused;

/** What may be said of a realisation, by whom. */
final class RecordingPolicy {

    /** How long one may take back what one has just recorded. */
    static final Duration TAKEN_BACK = Duration.ofHours(24);

    private RecordingPolicy() {}

    /** What is done has ended: evidence never lies ahead. */
    static void requirePossible(RealisationState state, Days when, LocalDate today) {
        if (state == RealisationState.DONE && when.to().isAfter(today)) {
            throw new Refused("realisation.done-ahead", when.to());
        }
    }

    /** Whether someone may correct it: what she recorded herself, else by the right to correct others. */
    static boolean mayCorrect(Actor actor, UUID recordedBy) {
        return actor.may(RealisationPermissions.EDIT)
                || (actor.may(RealisationPermissions.RECORD)
                        && actor.isKnown()
                        && actor.id().equals(recordedBy));
    }

    /** Whether it is soon enough to take back what one recorded, as if nothing had been said. */
    static boolean mayTakeBack(Actor actor, UUID recordedBy, Instant recordedAt, Instant now) {
        return mayCorrect(actor, recordedBy)
                && actor.id().equals(recordedBy)
                && now.isBefore(recordedAt.plus(TAKEN_BACK));
    }
}
