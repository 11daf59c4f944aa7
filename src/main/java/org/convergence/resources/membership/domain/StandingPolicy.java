package org.convergence.resources.membership.domain;

import java.time.LocalDate;
import org.convergence.platform.shell.Tone;
import org.convergence.resources.membership.MemberAccount;
import org.jspecify.annotations.Nullable;

/** Whether a member is in good standing on a day (R-MEMBER-4). It informs; only a decision takes a right away. */
public final class StandingPolicy {

    private StandingPolicy() {}

    /** How a member stands. */
    public enum GoodStanding {
        /** Nothing is late. */
        GOOD(Tone.OK),
        /** Something is late, and a delay was granted that still runs: in good standing. */
        DELAYED(Tone.AHEAD),
        /** Something is late, and no delay runs. */
        LATE(Tone.WARN),
        /** Nobody asked anything of it yet, or the accounts are not kept here. */
        UNKNOWN(Tone.REST);

        private final Tone tone;

        GoodStanding(Tone tone) {
            this.tone = tone;
        }

        public Tone tone() {
            return tone;
        }

        /** The message with its name. */
        public String key() {
            return "membership.standing." + name();
        }
    }

    /** How it stands on a day. Nothing is late on its due day; a delay holds through its last day. */
    public static GoodStanding of(@Nullable MemberAccount account, LocalDate on) {
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
