package org.convergence.outreach.assembly.domain;

import java.time.LocalDate;
import java.util.UUID;
import org.convergence.outreach.assembly.MeetingId;
import org.convergence.outreach.assembly.domain.ResolutionFacts.OpenedVote;
import org.convergence.outreach.assembly.domain.ResolutionFacts.QuorumCheck;
import org.jspecify.annotations.Nullable;

/**
 * A resolution with its number, meeting and vote.
 *
 * @param label its number
 * @param day of its meeting
 * @param proposer with their organisation, as in the minutes; {@code null} if not recorded
 * @param opening how the vote was opened
 * @param quorumCheck what attendance corrected since says of its quorum; {@code null} if it agrees
 * @param majority the required majority
 * @param retake what became of it after a vote without a quorum; {@code null} for none
 */
public record ResolutionDetails(
        UUID id,
        int version,
        String label,
        String body,
        MeetingId meeting,
        UUID item,
        LocalDate day,
        ResolutionFacts facts,
        @Nullable ResolutionMover proposer,
        @Nullable ResolutionMover seconder,
        OpenedVote opening,
        @Nullable QuorumCheck quorumCheck,
        Majority majority,
        boolean carried,
        @Nullable ResolutionRetake retake) {

    /** {@code lost}, {@code carried} or {@code carried.no-quorum}, for messages. */
    public String result() {
        return !carried ? "lost" : opening.quorumPresent() == null ? "carried" : "carried.no-quorum";
    }

    /** The key of its state: one carried without a quorum is to be taken up again until a vote decides, or it is dropped. */
    public String stateKey() {
        return "assembly.resolution.state." + result()
                + (isValid() && isDoubted() ? ".doubted" : "")
                + (isValid() || !carried || retake == null ? "" : "." + retake.outcome());
    }

    /** The number of the later resolution that decided it after a vote without a quorum; empty for none. */
    public String decidedBy() {
        return retake == null || retake.decidedBy() == null ? "" : retake.decidedBy();
    }

    /** Whether the recorded attendance has the quorum that its vote is noted without. */
    public boolean mayRecount(MeetingAttendance present) {
        return opening.quorumPresent() != null
                && present.roll() == null
                && present.quorum().isReached();
    }

    /** Whether it is noted with a quorum that the attendance, corrected since, does not reach. */
    public boolean isDoubted() {
        return quorumCheck == QuorumCheck.DOUBTED;
    }

    /** Whether it was carried with a quorum; without one, it is to be taken up again. */
    public boolean isValid() {
        return carried && opening.quorumPresent() == null;
    }

    /**
     * What became of a resolution carried without a quorum.
     *
     * @param state of the follow-up that takes it up again
     * @param decidedBy the number of the later resolution that decided it; {@code null} for none
     * @param confirmed whether that one was carried
     */
    public record ResolutionRetake(
            FollowUpState state, @Nullable String decidedBy, boolean confirmed) {

        /** {@code OPEN}, {@code DONE}, {@code DROPPED}, or {@code REJECTED} by the later vote. */
        public String outcome() {
            return decidedBy != null && !confirmed ? "REJECTED" : state.name();
        }
    }

    /**
     * A proposer or seconder.
     *
     * @param organisation represented; {@code null} for none
     */
    public record ResolutionMover(String name, @Nullable String organisation) {}
}
