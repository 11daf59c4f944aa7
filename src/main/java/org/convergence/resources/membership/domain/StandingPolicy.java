package org.convergence.resources.membership.domain;

import java.time.LocalDate;
import org.convergence.platform.shell.Tone;
import org.convergence.resources.membership.MemberAccount;
import org.jspecify.annotations.Nullable;

/** Whether a member is in good standing on a day (R-MEMBER-4). It informs; only a decision removes a right. */
public final class StandingPolicy {

    private StandingPolicy() {}

    /** The standing of a member. */
    public enum GoodStanding {
        /** Nothing is overdue. */
        GOOD(Tone.OK),
        /** Something is overdue, but a granted delay is still running: in good standing. */
        DELAYED(Tone.AHEAD),
        /** Something is overdue, and no delay is running. */
        LATE(Tone.WARN),
        /** Never invoiced, or the accounts are not kept here. */
        UNKNOWN(Tone.REST);

        private final Tone tone;

        GoodStanding(Tone tone) {
            this.tone = tone;
        }

        public Tone tone() {
            return tone;
        }

        /** The message key of its name. */
        public String key() {
            return "membership.standing." + name();
        }
    }

    /** The standing on a day. An invoice is not overdue on its due date; a delay includes its last day. */
    public static GoodStanding evaluate(@Nullable MemberAccount account, LocalDate on) {
        if (account == null) {
            return GoodStanding.UNKNOWN;
        }
        LocalDate late = account.overdueSince();
        if (late == null || !late.isBefore(on)) {
            return GoodStanding.GOOD;
        }
        LocalDate delay = account.delayUntil();
        return delay != null && !on.isAfter(delay) ? GoodStanding.DELAYED : GoodStanding.LATE;
    }
}
