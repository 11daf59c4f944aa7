package org.convergence.outreach.assembly.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.convergence.directory.people.ContactLookup;
import org.convergence.directory.people.PersonId;
import org.convergence.outreach.assembly.AssemblyPermissions;
import org.convergence.outreach.assembly.MeetingId;
import org.convergence.outreach.assembly.domain.GuestLetterSource.InformedGuest;
import org.convergence.outreach.assembly.domain.MeetingNoticeService.NoticeRecipient;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.Refused;
import org.convergence.platform.mail.DeliveryMethod;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A moved or cancelled meeting told by post or by hand, to people whose notice tells otherwise. */
@Service
@Transactional
@Requires(AssemblyPermissions.CONVENE)
public class ChangeDeliveryService {

    private final MeetingRepository meetings;
    private final MeetingNoticeService notices;
    private final NoticeRecipientQueries recipients;
    private final NoticeLetterSender letters;
    private final ChangeLetterSender changes;
    private final ContactLookup contactLookup;

    ChangeDeliveryService(
            MeetingRepository meetings,
            MeetingNoticeService notices,
            NoticeRecipientQueries recipients,
            NoticeLetterSender letters,
            ChangeLetterSender changes,
            ContactLookup contactLookup) {
        this.meetings = meetings;
        this.notices = notices;
        this.recipients = recipients;
        this.letters = letters;
        this.changes = changes;
        this.contactLookup = contactLookup;
    }

    /** The people not yet reached by a letter about the change or the cancellation. */
    @Transactional(readOnly = true)
    public List<NoticeRecipient> findToTell(MeetingId id) {
        return findToTell(meetings.findById(id.value()).orElseThrow(() -> new NotFound("meeting")));
    }

    /** The guests informed of a change or the cancellation, such as members and their delegates, by kind. */
    @Transactional(readOnly = true)
    public Map<NoticeKind, List<InformedGuest>> findInformedGuests(MeetingId id) {
        return changes.findInformedGuests(meetings.findById(id.value()).orElseThrow(() -> new NotFound("meeting")));
    }

    private List<NoticeRecipient> findToTell(Meeting meeting) {
        if (!notices.isToTell(meeting)) {
            return List.of();
        }
        Map<PersonId, NoticeRecipient> toTell = new LinkedHashMap<>();
        recipients.findInformed(meeting, ChangeLetterSender.kind(meeting)).stream()
                .filter(NoticeRecipient::isDeliverable)
                .forEach(each -> toTell.put(each.person(), each));
        contactLookup
                .findContacts(changes.findUninformed(meeting).keySet())
                .values()
                .forEach(each -> toTell.putIfAbsent(
                        each.who().id(),
                        new NoticeRecipient(each.who().id(), each.who().name(), each.mail(), null, null)));
        return List.copyOf(toTell.values());
    }

    /**
     * Records that people were told by post or by hand; those reached by a letter are left unchanged.
     *
     * @return how many
     * @throws Refused if the day is not possible (see {@link MeetingNoticeService#markDelivered})
     */
    @Transactional(label = NoticeGesture.DELIVER)
    public int markDelivered(MeetingId id, Collection<UUID> persons, DeliveryMethod method, LocalDate on) {
        Meeting meeting = meetings.findLockedById(id.value()).orElseThrow(() -> new NotFound("meeting"));
        notices.requirePossible(meeting, on);
        List<UUID> told = new ArrayList<>();
        for (NoticeRecipient each : findToTell(meeting)) {
            if (persons.contains(each.person().value())) {
                told.add(
                        each.notice() != null
                                ? each.notice()
                                : letters.recordNotice(meeting, ChangeLetterSender.kind(meeting), each.person()));
            }
        }
        return told.isEmpty() ? 0 : letters.markDelivered(meeting, told, method, on);
    }
}
