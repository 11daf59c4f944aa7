package org.convergence.outreach.assembly;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.convergence.platform.text.Words;

/** What the door and the count of an assembly add to its quorum and its minutes; contributed by the module of votes. */
public interface MeetingRollSource {

    /** The delegations at the door; empty if the meeting votes by seats. */
    Optional<MeetingRoll> findRoll(MeetingId meeting);

    /** The closed votes that no resolution tells whole, in order: amendments, elections, ballots by paper or by name. */
    List<MinutesVote> findVotes(MeetingId meeting, Words t);

    /** The delegates in the hall, each with the delegation: « Éva Roy (FNT) ». */
    List<String> findDelegates(MeetingId meeting);

    /** The address of the meeting's door. */
    String url(MeetingId meeting);

    /** A vote in the minutes of an agenda item, as a sentence. */
    record MinutesVote(UUID item, String sentence) {}
}
