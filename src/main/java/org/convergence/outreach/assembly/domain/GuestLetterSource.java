package org.convergence.outreach.assembly.domain;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.convergence.outreach.assembly.MeetingId;
import org.convergence.outreach.assembly.domain.Meeting.MeetingPlan;
import org.convergence.platform.mail.LetterStatus;
import org.convergence.platform.mail.MailingPreview.Addressee;
import org.convergence.platform.mail.MailingPreview.LetterText;
import org.jspecify.annotations.Nullable;

/**
 * Letters about a meeting to guests who hold no seat, such as members and their delegates; contributed by the module that
 * writes them. When the meeting moves or is cancelled, {@link ChangeLetterSender} has these letters rewritten or followed.
 */
public interface GuestLetterSource {

    /** A letter to a guest, whose id is the party of the addressee. */
    record GuestLetter(Addressee to, LetterText text) {}

    /**
     * A guest informed of a change or the cancellation.
     *
     * @param letter {@code null} once its letter was deleted from the outbox
     */
    record InformedGuest(
            String name, @Nullable String mail, @Nullable LetterStatus letter) {}

    /** The letters about a meeting, the oldest first; their person is the guest. */
    List<WrittenNotice> findWritten(MeetingId meeting);

    /** The guests with a letter of a kind, each with the last one. */
    List<InformedGuest> findInformed(MeetingId meeting, NoticeKind kind);

    /** Takes back those of these letters that wait. */
    void takeBack(Collection<UUID> letters);

    /** Makes the answers of these guests for the hour of a meeting count no longer. */
    void voidReplies(Meeting now, Collection<UUID> guests);

    /**
     * The letters that {@link #post} writes.
     *
     * @param kind CONVENED for the first letter, written again
     * @param told what each guest was told before; empty if that is unknown
     */
    List<GuestLetter> write(Meeting now, NoticeKind kind, Map<UUID, Optional<MeetingPlan>> told);

    /** Posts the letters of {@link #write} to guests with an address, and returns their number. */
    int post(Meeting now, NoticeKind kind, Map<UUID, Optional<MeetingPlan>> told);
}
