package org.convergence.outreach.assembly.domain;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.convergence.directory.people.PersonId;
import org.convergence.outreach.assembly.AssemblyPermissions;
import org.convergence.outreach.assembly.MeetingId;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.Ids;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.Refused;
import org.convergence.platform.mail.DeliveryMethod;
import org.convergence.platform.mail.LetterState;
import org.convergence.platform.mail.LetterStatus;
import org.convergence.platform.mail.MailingPreview;
import org.convergence.platform.mail.MailingPreview.Addressee;
import org.convergence.platform.mail.MailingPreview.LetterText;
import org.convergence.platform.mail.MailingService;
import org.convergence.platform.settings.OrganisationSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Previews and sends the notice of a meeting, and issues and closes its links. */
@Service
@Transactional
@Requires(AssemblyPermissions.CONVENE)
public class MeetingNoticeService {

    private final MeetingRepository meetings;
    private final NoticeRecipientQueries recipients;
    private final NoticeQueries notices;
    private final NoticeLetterSender letters;
    private final ChangeLetterSender changes;
    private final MailingService mailings;
    private final MeetingLinkService links;
    private final OrganisationSettings settings;
    private final Clock clock;

    MeetingNoticeService(
            MeetingRepository meetings,
            NoticeRecipientQueries recipients,
            NoticeQueries notices,
            NoticeLetterSender letters,
            ChangeLetterSender changes,
            MailingService mailings,
            MeetingLinkService links,
            OrganisationSettings settings,
            Clock clock) {
        this.meetings = meetings;
        this.recipients = recipients;
        this.notices = notices;
        this.letters = letters;
        this.changes = changes;
        this.mailings = mailings;
        this.links = links;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * A recipient of the notice.
     *
     * @param mail {@code null} if no address is known
     * @param notice the last notice to this person; {@code null} for none
     * @param letter the status of its letter; {@code null} if there is none
     */
    public record NoticeRecipient(
            PersonId person,
            String name,
            @Nullable String mail,
            @Nullable UUID notice,
            @Nullable LetterStatus letter) {

        /** Whether a letter is to be posted, for the first time or again after it was taken back or refused. */
        public boolean isDue() {
            return letter == null
                    ? notice == null || mail != null
                    : letter.state() == LetterState.WITHHELD || letter.state() == LetterState.REFUSED;
        }

        /** Whether it can be delivered otherwise: it has not left by mail. */
        public boolean isDeliverable() {
            return letter == null || !letter.state().hasLeft();
        }

        /** Whether it is noted as delivered by post or by hand. */
        public boolean isDelivered() {
            return letter != null && letter.state() == LetterState.DELIVERED_OTHERWISE;
        }
    }

    /**
     * The notice as it would be sent now.
     *
     * @param preview its recipients
     * @param changes the people to whom a change or the cancellation was written, by kind
     * @param change the letters about a change or the cancellation to people whose notice tells otherwise; {@code null}
     *     once it is over
     * @param waiting whether any letter can be taken back
     * @param begun whether the meeting has begun, so that no notice leaves any more
     */
    public record NoticePreview(
            String subject,
            String text,
            List<NoticeRecipient> to,
            NoticeProgress progress,
            MailingPreview preview,
            Map<NoticeKind, List<NoticeRecipient>> changes,
            @Nullable MailingPreview change,
            boolean waiting,
            boolean begun,
            int links) {}

    /** The notice, with its recipients. */
    @Transactional(readOnly = true)
    public NoticePreview preview(MeetingId id) {
        Meeting meeting = load(id);
        LetterText text = letters.preview(meeting);
        List<NoticeRecipient> to = recipients.find(meeting);
        List<Addressee> due = to.stream()
                .filter(NoticeRecipient::isDue)
                .map(each -> new Addressee(each.person().value(), each.name(), each.mail()))
                .toList();
        return new NoticePreview(
                text.subject(),
                text.text(),
                to,
                notices.findByMeeting(meeting.typedId()),
                mailings.preview(null, due, each -> letters.preview(meeting, new PersonId(each.party()))),
                findChanges(meeting),
                isToTell(meeting) ? changes.preview(meeting) : null,
                changes.isWaiting(meeting),
                hasBegun(meeting),
                links.open(id.value()));
    }

    private Map<NoticeKind, List<NoticeRecipient>> findChanges(Meeting meeting) {
        Map<NoticeKind, List<NoticeRecipient>> found = new EnumMap<>(NoticeKind.class);
        for (NoticeKind kind : List.of(NoticeKind.MOVED, NoticeKind.CANCELLED)) {
            List<NoticeRecipient> informed = recipients.findInformed(meeting, kind);
            if (!informed.isEmpty()) {
                found.put(kind, informed);
            }
        }
        return found;
    }

    /**
     * Posts the change of a meeting, or its cancellation, to the people whose notice left and tells otherwise: after
     * their letters were taken back or refused.
     *
     * @return how many letters were posted
     */
    public int tellChange(MeetingId id) {
        Meeting meeting = meetings.findLockedById(id.value()).orElseThrow(() -> new NotFound("meeting"));
        if (!isToTell(meeting)) {
            throw new Refused("assembly.refused.not-planned");
        }
        return changes.post(meeting);
    }

    private boolean hasBegun(Meeting meeting) {
        return MeetingPolicy.hasBegun(meeting.plan().begins(), settings.now());
    }

    boolean isToTell(Meeting meeting) {
        return meeting.state() != MeetingState.HELD && !meeting.day().isBefore(settings.today());
    }

    /**
     * Posts the notice to every holder and substitute of that day without a valid one.
     *
     * @return how many letters were posted
     * @throws Refused if there is nobody left to write to, or the meeting is not planned or has begun
     */
    @Transactional(label = "assembly.convene")
    public int convene(MeetingId id) {
        Meeting meeting = lockPlanned(id);
        if (hasBegun(meeting)) {
            throw new Refused("assembly.refused.begun");
        }
        List<PersonId> to = recipients.find(meeting).stream()
                .filter(NoticeRecipient::isDue)
                .map(NoticeRecipient::person)
                .toList();
        if (to.isEmpty()) {
            throw new Refused("assembly.refused.all-told");
        }
        int posted = letters.post(meeting, NoticeKind.CONVENED, to, person -> null);
        markConvened(meeting);
        return posted;
    }

    /**
     * Records a delivery by post or by hand, which counts for the notice period of the by-law.
     *
     * @param persons recipients; those reached by mail are left unchanged
     * @return how many
     * @throws Refused if the day is in the future, after the meeting or too early (see
     *     {@link MeetingPolicy#earliestDelivery}), or the meeting is not planned
     */
    @Transactional(label = NoticeGesture.DELIVER)
    public int markDelivered(MeetingId id, Collection<UUID> persons, DeliveryMethod method, LocalDate on) {
        Meeting meeting = lockPlanned(id);
        requirePossible(meeting, on);
        List<UUID> delivered = recipients.find(meeting).stream()
                .filter(each ->
                        each.isDeliverable() && persons.contains(each.person().value()))
                .map(each -> each.notice() != null
                        ? each.notice()
                        : letters.recordNotice(meeting, NoticeKind.CONVENED, each.person()))
                .toList();
        if (delivered.isEmpty()) {
            return 0;
        }
        markConvened(meeting);
        return letters.markDelivered(meeting, delivered, method, on);
    }

    /** @throws Refused if a notice cannot have been handed over on a day, as for {@link #markDelivered} */
    public void requirePossible(Meeting meeting, LocalDate on) {
        LocalDate held = meeting.plan().begins().toLocalDate();
        LocalDate entered = Ids.findCreatedAt(meeting.id())
                .map(at -> LocalDate.ofInstant(at, settings.current().zone()))
                .orElse(held);
        LocalDate earliest = MeetingPolicy.earliestDelivery(held, entered);
        if (on.isBefore(earliest)) {
            throw new Refused("assembly.refused.delivered-too-early", on, earliest);
        }
        if (on.isAfter(held)) {
            throw new Refused("assembly.refused.delivered-too-late", held);
        }
    }

    /**
     * Undoes the delivery of a person's notice that was noted by mistake: a letter that waited waits again, and a
     * notice that was never written is not noted any longer.
     *
     * @return how many deliveries were undone
     * @throws Refused where the meeting is over or cancelled
     */
    @Transactional(label = NoticeGesture.UNDO_DELIVERY)
    public int undoDelivered(MeetingId id, PersonId person) {
        Meeting meeting = lockPlanned(id);
        List<UUID> delivered = recipients.find(meeting).stream()
                .filter(each -> each.isDelivered() && each.person().equals(person))
                .flatMap(each -> Stream.ofNullable(each.notice()))
                .toList();
        int undone = letters.undoDelivered(delivered);
        if (undone > 0
                && meeting.convenedAt() != null
                && notices.findWritten(meeting.id()).isEmpty()) {
            meetings.save(meeting.notConvened());
        }
        return undone;
    }

    /** Takes back the letters that have not left, and returns their number. */
    @Transactional(label = NoticeGesture.TAKE_BACK)
    public int takeBack(MeetingId id) {
        return changes.takeBack(load(id));
    }

    private Meeting lockPlanned(MeetingId id) {
        Meeting meeting = meetings.findLockedById(id.value()).orElseThrow(() -> new NotFound("meeting"));
        if (meeting.state() != MeetingState.PLANNED) {
            throw new Refused("assembly.refused.not-planned");
        }
        return meeting;
    }

    private void markConvened(Meeting meeting) {
        if (meeting.convenedAt() == null) {
            meetings.save(meeting.withConvenedAt(clock.instant()));
        }
    }

    /** Creates a link to hand over without a letter. The secret is returned once and not stored. */
    public String issueLink(MeetingId id) {
        load(id);
        return links.issue(id.value());
    }

    /** Closes all links of a meeting, and returns how many were open. */
    public int closeLinks(MeetingId id) {
        load(id);
        return links.revoke(id.value());
    }

    private Meeting load(MeetingId id) {
        return meetings.findById(id.value()).orElseThrow(() -> new NotFound("meeting"));
    }
}
