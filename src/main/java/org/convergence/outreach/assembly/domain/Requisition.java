package org.convergence.outreach.assembly.domain;

import java.time.LocalDate;
import java.util.UUID;
import org.convergence.outreach.assembly.BodyId;
import org.convergence.platform.database.Identifier;
import org.convergence.platform.shell.Tone;
import org.jspecify.annotations.Nullable;

/**
 * A request of members for a special assembly (R-GOV-5).
 *
 * @param meeting the assembly that was called for it; {@code null} for none
 * @param byMembers whether the members called it themselves
 * @param meetingDay {@code null} without a meeting, as its state
 */
public record Requisition(
        RequisitionId id,
        int version,
        BodyId body,
        LocalDate receivedOn,
        String business,
        int members,
        int entitled,
        @Nullable LocalDate withdrawnOn,
        @Nullable UUID meeting,
        boolean byMembers,
        @Nullable LocalDate meetingDay,
        @Nullable MeetingState meetingState) {

    /** The request as it was received. */
    public RequisitionFacts facts() {
        return new RequisitionFacts(receivedOn, business, members, entitled, withdrawnOn);
    }

    /**
     * What is known of a request.
     *
     * @param receivedOn the day on which it was deposited at the head office
     * @param business what the assembly is to deal with
     * @param members those that ask
     * @param entitled those with a vote on that day
     * @param withdrawnOn {@code null} while it stands
     */
    public record RequisitionFacts(
            LocalDate receivedOn,
            String business,
            int members,
            int entitled,
            @Nullable LocalDate withdrawnOn) {}

    /** What becomes of a request. */
    public enum RequisitionState {
        /** Fewer than a tenth ask: the board decides. */
        TOO_FEW(Tone.REST),
        TO_HOLD(Tone.WARN),
        CALLED(Tone.ACTIVE),
        /** Planned after the last day: the members may call it for an earlier one. */
        LATE(Tone.BAD),
        MEMBERS_MAY_CALL(Tone.BAD),
        HELD(Tone.OK),
        WITHDRAWN(Tone.REST);

        private final Tone tone;

        RequisitionState(Tone tone) {
            this.tone = tone;
        }

        public Tone tone() {
            return tone;
        }

        /** Whether the members that ask may call the assembly themselves. */
        public boolean isForMembers() {
            return this == LATE || this == MEMBERS_MAY_CALL;
        }

        /** Whether the board may call an assembly for it. */
        public boolean isForBoard() {
            return this == TOO_FEW || this == TO_HOLD || this == MEMBERS_MAY_CALL;
        }
    }

    /** A request of members. */
    public record RequisitionId(UUID value) implements Identifier {}
}
