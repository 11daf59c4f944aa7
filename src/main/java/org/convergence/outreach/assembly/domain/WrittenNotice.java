package org.convergence.outreach.assembly.domain;

import java.util.UUID;
import org.convergence.directory.people.PersonId;
import org.convergence.platform.mail.LetterState;
import org.jspecify.annotations.Nullable;

/**
 * A notice about a meeting to a person, or a letter of a {@link GuestLetterSource} to a guest.
 *
 * @param meetingVersion the version of the meeting whose hour and place it tells
 * @param state of its last letter; {@code null} if it has none, and is to be delivered otherwise
 * @param queued whether its letter is still to leave, for the first time or once more
 */
public record WrittenNotice(
        UUID id,
        UUID person,
        NoticeKind kind,
        int meetingVersion,
        @Nullable LetterState state,
        boolean queued) {

    PersonId typedPerson() {
        return new PersonId(person);
    }

    /** Whether it left, perhaps left, or is leaving now. */
    public boolean mayHaveLeft() {
        return state != null
                && (hasLeft() || state == LetterState.PERHAPS_SENT || (state == LetterState.WAITING && !queued));
    }

    /** Whether it left for certain. */
    boolean hasLeft() {
        return state != null && state.hasLeft();
    }

    /** Whether its letter can be taken back. */
    public boolean isWaiting() {
        return queued;
    }

    /** Whether its person got it, or gets it without a further letter. */
    boolean isUnderway() {
        return state == null || isWaiting() || mayHaveLeft();
    }
}
