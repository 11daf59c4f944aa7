package org.convergence.outreach.assembly.domain;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Which follow-ups are on an agenda. */
public final class FollowUpPolicy {

    private FollowUpPolicy() {}

    /**
     * Whether a follow-up from another meeting of the body is on the agenda of a day: from the day it was asked for to
     * the day it was closed, both included, so that its end is reported once.
     */
    public static boolean isOnAgenda(LocalDate agenda, LocalDate opened, @Nullable LocalDate closed) {
        return !opened.isAfter(agenda) && (closed == null || !closed.isBefore(agenda));
    }
}
