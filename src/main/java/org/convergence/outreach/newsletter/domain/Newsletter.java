package org.convergence.outreach.newsletter.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.convergence.directory.segment.SegmentId;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.platform.database.Identifier;
import org.convergence.platform.shell.Tone;
import org.jspecify.annotations.Nullable;

/**
 * An issue.
 *
 * @param number given when its sending begins; taken away if it wrote no letter, or none arrived
 * @param languages the first is the one that the others translate
 * @param concernsFunction whether it concerns the functions of its recipients (R-CASL-7)
 * @param mostErrors refused letters after which the sending pauses by itself
 * @param archivedAt when it was put in the public archive; {@code null} if it is for its recipients alone
 * @param stoppedAt when its sending was last stopped; {@code null} if it never was
 * @param sentElsewhere whether it was sent with another tool: its letters are not followed here
 * @param recordedOn the day on which its first letter left, or on which another tool sent it; {@code null} before
 * @param settledAt when none of its letters waited any more; before the end of the sending if some were sent later
 * @param pauseReason message key; {@code null} if nobody and nothing paused it
 */
public record Newsletter(
        NewsletterId id,
        int version,
        @Nullable Integer number,
        NewsletterState state,
        List<String> languages,
        @Nullable SegmentId segment,
        boolean concernsFunction,
        @Nullable ActionId action,
        int mostErrors,
        Instant createdAt,
        @Nullable Instant leavesAt,
        @Nullable UUID confirmedBy,
        @Nullable String confirmedName,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable String pauseReason,
        @Nullable Integer replies,
        @Nullable Instant stoppedAt,
        @Nullable String stoppedName,
        @Nullable Instant archivedAt,
        boolean sentElsewhere,
        @Nullable LocalDate recordedOn,
        @Nullable Instant settledAt) {

    /** The reason of an issue that is a draft again since it could not leave at its time. */
    static final String EXPIRED = "newsletter.expired";

    /** The reason of an issue that is stopped again since it could not be sent on at its time. */
    static final String EXPIRED_STOPPED = "newsletter.expired.stopped";

    /** The reason of an issue that is a draft again since nobody could get it at its time. */
    static final String NOBODY = "newsletter.nobody";

    /** As {@link #NOBODY}: other letters of the week are meant for organisations of its segment. */
    static final String NOBODY_THIS_WEEK = "newsletter.nobody.week";

    /** The reason of an issue that was stopped since it may name a person whose name may not be published. */
    static final String NAMED = "newsletter.named";

    /** The language that the others translate. */
    public String firstLanguage() {
        return languages.get(0);
    }

    /** Whether none of its letters waits any more, as the last watch found. */
    public boolean isSettled() {
        return settledAt != null && (endedAt == null || !settledAt.isBefore(endedAt));
    }

    /** Whether its texts can be changed. */
    public boolean isEditable() {
        return state == NewsletterState.DRAFT;
    }

    /** Whether a letter of it arrived, as far as is known: of letters of another tool nothing is. */
    public boolean hasArrived() {
        return number != null || sentElsewhere;
    }

    /** Whether another tool sends it or sent it, and may tell of addresses that do not want it or do not work. */
    public boolean isWithAnotherTool() {
        return sentElsewhere || state == NewsletterState.HANDED_OVER;
    }

    /** Message key of its state. */
    public String stateKey() {
        return sentElsewhere ? "newsletter.state.elsewhere" : state.key();
    }

    /** The state of an issue. */
    public enum NewsletterState {
        DRAFT(Tone.AHEAD),
        /** It leaves at its time unless it is stopped. */
        CONFIRMED(Tone.WARN),
        /** Letters are given to the outbox. */
        SENDING(Tone.ACTIVE),
        PAUSED(Tone.WARN),
        /** Every person of the segment got a letter or has a reason. */
        SENT(Tone.OK),
        STOPPED(Tone.REST),
        /** Another mailing tool has its addresses; the day on which it sends them is not known yet. */
        HANDED_OVER(Tone.ACTIVE);

        private final Tone tone;

        NewsletterState(Tone tone) {
            this.tone = tone;
        }

        public Tone tone() {
            return tone;
        }

        /** Message key of its name. */
        public String key() {
            return "newsletter.state." + name();
        }
    }

    /** An issue of the newsletter. */
    public record NewsletterId(UUID value) implements Identifier {

        /** The plain mark that its links to our own public pages carry, the same for all readers. */
        String mark() {
            return "n-" + value.toString().substring(28);
        }
    }

    /** Whether the departure that a letter of then announced is still to come, and can be stopped. */
    boolean isStillAnnounced(Instant then, Instant now) {
        return state == NewsletterState.CONFIRMED
                && leavesAt != null
                && leavesAt.isAfter(now)
                && (stoppedAt == null || then.isAfter(stoppedAt));
    }
}
