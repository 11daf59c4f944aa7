package org.convergence.outreach.assembly.web;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.convergence.outreach.assembly.domain.GuestLetterSource.InformedGuest;
import org.convergence.outreach.assembly.domain.MeetingNoticeService.NoticePreview;
import org.convergence.outreach.assembly.domain.MeetingNoticeService.NoticeRecipient;
import org.convergence.outreach.assembly.domain.NoticeKind;
import org.convergence.platform.mail.MailingPreview;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.Tone;
import org.jspecify.annotations.Nullable;

/**
 * The notice as it would be sent, its recipients, and the state of each letter.
 *
 * @param open whether the meeting is planned, so that its notice can be sent and delivered
 * @param state progress of the notice
 * @param guests the members and delegates informed of a change or the cancellation, by kind
 * @param bodyUrl page of the body, where its seats are
 * @param door page of the meeting's door, below which the letters to members are; {@code null} without one
 * @param delivered the form that records a delivery otherwise
 * @param told the form that records that the change or the cancellation was told otherwise
 * @param toTell the people who can still be told by post or by hand
 * @param methods how a notice is delivered otherwise
 * @param link a link just created, shown once; {@code null} for none
 */
public record NoticePage(
        PageLink meeting,
        NoticePreview notice,
        Map<NoticeKind, List<InformedGuest>> guests,
        boolean open,
        Tone tone,
        String state,
        String bodyUrl,
        @Nullable String door,
        Form delivered,
        Form told,
        List<Option> toTell,
        List<Option> methods,
        @Nullable String link) {

    /** Whether nobody has a seat, and no members are written to either, so that there is nobody to convene. */
    public boolean isWithoutSeats() {
        return notice.to().isEmpty() && !isForGuestsOnly();
    }

    /** Whether only members and delegates, who hold no seat, are convened: their letters are not written here. */
    public boolean isForGuestsOnly() {
        return notice.to().isEmpty() && (notice.progress().isIssued() || door != null);
    }

    /** How many letters would be posted. */
    public int due() {
        return notice.preview().letters().size();
    }

    /** Whether a person is left to write to, by mail or otherwise. */
    public boolean isDue() {
        return open && !notice.begun() && notice.to().stream().anyMatch(NoticeRecipient::isDue);
    }

    /** The people convened in writing. */
    public List<NoticeRecipient> convenedRecipients() {
        return notice.to().stream().filter(each -> each.notice() != null).toList();
    }

    /** The letters about a change or the cancellation that can be posted now; {@code null} for none. */
    public @Nullable MailingPreview change() {
        MailingPreview change = notice.change();
        return change == null || !change.isNeeded() ? null : change;
    }

    /** The kinds of changes that were written to anybody. */
    public List<NoticeKind> changeKinds() {
        return Stream.of(NoticeKind.MOVED, NoticeKind.CANCELLED)
                .filter(each -> !people(each).isEmpty() || !guests(each).isEmpty())
                .toList();
    }

    /** The people informed of a change. */
    public List<NoticeRecipient> people(NoticeKind change) {
        return notice.changes().getOrDefault(change, List.of());
    }

    /** The guests informed of a change. */
    public List<InformedGuest> guests(NoticeKind change) {
        return guests.getOrDefault(change, List.of());
    }

    /** The people who can still get it by post or by hand. */
    public List<Option> deliverable() {
        return notice.to().stream()
                .filter(NoticeRecipient::isDeliverable)
                .map(each -> Option.of(each.person(), each.name()))
                .toList();
    }
}
