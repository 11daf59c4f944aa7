package org.convergence.outreach.assembly.domain;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Which follow-ups stand on an agenda. */
public final class FollowUpPolicy {

    private FollowUpPolicy() {}

    /**
     * Whether a follow-up that another meeting of the body asked for stands on the agenda of a day: from the day on which
     * it was asked for until that on which it was closed, both included, so that its end is told once.
     */
    public static boolean standsOn(LocalDate agenda, LocalDate opened, @Nullable LocalDate closed) {
        return !opened.isAfter(agenda) && (closed == null || !closed.isBefore(agenda));
    }
}
