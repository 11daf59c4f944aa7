package org.convergence.outreach.assembly.domain;

import java.time.LocalDate;
import java.util.UUID;
import org.convergence.directory.people.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * The text of a resolution and its vote.
 *
 * @param text of the resolution, 1 to 10,000 characters, without « Il est proposé par … »
 * @param proposer {@code null} if not recorded
 * @param ballot {@code null} if unanimous
 * @param article of the required majority, as named in the rules of that day; {@code null} for the simple one
 * @param dissent recorded disagreement; may be empty
 * @param ratifies the consultation that it ratifies; {@code null} for none
 * @param reviewOn the day of its review; {@code null} for never
 */
public record ResolutionFacts(
        String text,
        @Nullable PersonId proposer,
        @Nullable PersonId seconder,
        @Nullable Ballot ballot,
        @Nullable String article,
        String dissent,
        @Nullable UUID ratifies,
        @Nullable LocalDate reviewOn) {

    /** The longest text and dissent, in characters. */
    public static final int LONGEST_TEXT = 10_000;

    public static final int LONGEST_DISSENT = 2_000;

    /**
     * The delegates of an assembly who proposed and seconded it, with their delegations: they hold no seat.
     *
     * @param proposedBy {@code null} if not recorded
     */
    public record DelegateMovers(
            @Nullable String proposedBy, @Nullable String secondedBy) {

        public static final DelegateMovers NONE = new DelegateMovers(null, null);
    }

    /**
     * How a vote of an assembly was opened.
     *
     * @param cards the votes that could be cast
     * @param quorumPresent that were counted if there was no quorum; {@code null} if it was reached
     * @param quorumRequired that were needed; {@code null} with the number present
     */
    public record OpenedVote(
            int cards,
            @Nullable Integer quorumPresent,
            @Nullable Integer quorumRequired) {

        /** A vote of the people who are there now; without a noted presence, the quorum is unknown. */
        static OpenedVote of(MeetingAttendance present) {
            int cards = present.countVotingSeats();
            QuorumPolicy.QuorumResult quorum = present.quorum();
            return cards == 0 || quorum.isReached()
                    ? new OpenedVote(cards, null, null)
                    : new OpenedVote(cards, quorum.present(), quorum.required());
        }
    }

    /** What attendance that was corrected after a vote with a quorum says of it. */
    public enum QuorumCheck {
        /** The attendance does not reach the quorum. */
        DOUBTED,
        /** The quorum was reached when the vote was opened: people left later. */
        CONFIRMED
    }

    /** What a correction says of the people counted when a vote was opened. */
    public enum CountReview {
        /** Nothing. */
        NONE,
        /** They were there, even if the attendance has fewer. */
        CONFIRMED,
        /** The attendance was recorded wrongly: those recorded now were there. */
        RECOUNTED
    }

    /** The votes cast. */
    public record Ballot(int inFavour, int against, int abstained) {}

    /** A unanimous resolution, by the simple majority. */
    public static ResolutionFacts unanimous(String text, @Nullable PersonId proposer, @Nullable PersonId seconder) {
        return new ResolutionFacts(text, proposer, seconder, null, null, "", null, null);
    }
}
