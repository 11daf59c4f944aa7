package org.convergence.plan.realisation.domain;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.convergence.plan.realisation.DayRange;
import org.convergence.plan.realisation.RealisationPermissions;
import org.convergence.plan.realisation.RealisationState;
import org.convergence.platform.access.Actor;
import org.convergence.platform.database.Refused;

/** Which realisations may be recorded, and by which actor they may be corrected. */
final class RealisationRecordingPolicy {

    /** Time within which the author may undo a recording. */
    static final Duration TAKEN_BACK = Duration.ofHours(24);

    /** An activity of an earlier day is a slip of the keyboard. */
    private static final LocalDate EARLIEST = LocalDate.of(1950, 1, 1);

    private RealisationRecordingPolicy() {}

    /** A done realisation has ended: evidence is never in the future, nor from before 1950. */
    static void requirePossible(RealisationState state, DayRange when, LocalDate today) {
        if (when.from().isBefore(EARLIEST)) {
            throw new Refused("realisation.refused.past", String.valueOf(EARLIEST.getYear()));
        }
        if (state == RealisationState.DONE && when.to().isAfter(today)) {
            throw new Refused("realisation.done-ahead", when.to());
        }
    }

    /** Whether the actor may correct it: as its author, or with the permission to correct others. */
    static boolean mayCorrect(Actor actor, UUID recordedBy) {
        return actor.may(RealisationPermissions.EDIT)
                || (actor.may(RealisationPermissions.RECORD)
                        && actor.isKnown()
                        && actor.id().equals(recordedBy));
    }

    /** Whether the author may still undo the recording without a trace in the lists. */
    static boolean mayUndo(Actor actor, UUID recordedBy, Instant recordedAt, Instant now) {
        return mayCorrect(actor, recordedBy)
                && actor.id().equals(recordedBy)
                && now.isBefore(recordedAt.plus(TAKEN_BACK));
    }
}
