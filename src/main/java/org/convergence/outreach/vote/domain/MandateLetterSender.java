package org.convergence.outreach.vote.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.convergence.directory.people.OrganisationId;
import org.convergence.outreach.assembly.MeetingId;
import org.convergence.outreach.assembly.domain.Agenda;
import org.convergence.outreach.assembly.domain.Meeting;
import org.convergence.outreach.assembly.domain.Meeting.MeetingPlan;
import org.convergence.outreach.assembly.domain.MeetingQueries;
import org.convergence.outreach.assembly.domain.NoticeKind;
import org.convergence.outreach.assembly.domain.WrittenNotice;
import org.convergence.outreach.vote.domain.MandateChangeSender.LetterReader;
import org.convergence.outreach.vote.domain.MandateLetter.MemberMandate;
import org.convergence.outreach.vote.domain.MandateLetter.NamedDelegate;
import org.convergence.outreach.vote.domain.MandateLetter.SentLetter;
import org.convergence.outreach.vote.domain.VoteLetterRepository.VoteLetter;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.mail.Letter;
import org.convergence.platform.mail.LetterState;
import org.convergence.platform.mail.LetterStatus;
import org.convergence.platform.mail.LetterStatusService;
import org.convergence.platform.mail.MailingPreview;
import org.convergence.platform.mail.MailingPreview.Addressee;
import org.convergence.platform.mail.MailingPreview.LetterText;
import org.convergence.platform.mail.MailingService;
import org.convergence.platform.mail.Outbox;
import org.convergence.platform.publicform.PublicLanguages;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.text.Words;
import org.convergence.resources.delegation.domain.DelegationReason;
import org.convergence.resources.membership.BillingContact;
import org.convergence.resources.membership.BillingContacts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Letters about an assembly, in the language of the member's contact: to the contacts of record, which ask for the
 * delegates with the notice, to the people named, and about a change to both. Links are created when the letters leave.
 */
@Component
record MandateLetterSender(
        Outbox outbox,
        MailingService mailings,
        LetterStatusService statuses,
        VoteLetterRepository written,
        MandateLetterRepository repository,
        BillingContacts contacts,
        PublicLanguages languages,
        MeetingQueries meetings,
        OrganisationSettings settings) {

    /** The matter of letters to members, and the purpose of the first one; records are those of {@link VoteLetterRepository}. */
    static final String ASKED = "vote_mandate";

    /** The matter of letters to people named, and the purpose of the first one. */
    static final String CONVENED = "vote_delegate";

    /**
     * A letter to post.
     *
     * @param record its mandate letter or the person named; before a mandate letter is stored, the member
     * @param meetingVersion the version of the meeting that it tells
     * @param mail {@code null} if no address is known
     */
    record MandateMail(
            NoticeKind kind,
            String matter,
            UUID record,
            int meetingVersion,
            String name,
            @Nullable String mail,
            LetterText text) {}

    /** Whether a letter is to be sent again: it was taken back, withheld or refused. */
    static boolean isToRepeat(@Nullable LetterStatus status) {
        return status != null && (status.state() == LetterState.WITHHELD || status.state() == LetterState.REFUSED);
    }

    /** The last letter of these kinds about a meeting, by mandate letter and by person named. */
    Map<UUID, SentLetter> findLatest(MeetingId meeting, Set<NoticeKind> kinds) {
        return findLatest(findSent(meeting), kinds);
    }

    static Map<UUID, SentLetter> findLatest(List<ReceivedLetter> sent, Set<NoticeKind> kinds) {
        Map<UUID, SentLetter> latest = new HashMap<>();
        sent.stream()
                .filter(each -> kinds.contains(each.letter().kind()))
                .forEach(each -> latest.put(each.reader(), each.letter()));
        return latest;
    }

    /** A letter to a mandate letter's member, or to a person named. */
    record ReceivedLetter(UUID reader, SentLetter letter) {}

    /** The letters about a meeting, the oldest first. */
    List<ReceivedLetter> findSent(MeetingId meeting) {
        List<VoteLetter> all = written.findByMeeting(meeting);
        List<UUID> ids = all.stream().map(VoteLetter::id).toList();
        Map<UUID, LetterStatus> known = new HashMap<>(statuses.findByRecords(ASKED, ids));
        known.putAll(statuses.findByRecords(CONVENED, ids));
        List<ReceivedLetter> sent = new ArrayList<>();
        for (VoteLetter each : all) {
            LetterStatus status = known.get(each.id());
            if (status != null) {
                sent.add(new ReceivedLetter(each.reader(), new SentLetter(each.kind(), status)));
            }
        }
        return sent;
    }

    /** The letters about a meeting that can be taken back. */
    List<UUID> findWaiting(MeetingId meeting) {
        return written.findWritten(meeting).stream()
                .filter(WrittenNotice::isWaiting)
                .map(WrittenNotice::id)
                .toList();
    }

    /** Takes back those of these letters that wait, and returns their number. */
    int takeBack(Collection<UUID> letters) {
        return statuses.takeBack(ASKED, letters) + statuses.takeBack(CONVENED, letters);
    }

    private Map<OrganisationId, BillingContact> findContacts(List<MemberMandate> members) {
        return contacts.findByOrganisations(
                members.stream().map(MemberMandate::organisation).toList());
    }

    private Words words(@Nullable BillingContact contact) {
        return languages.wordsFor(contact == null ? null : contact.language());
    }

    /**
     * Letters that ask members for their delegates, or remind them; one for each, in their order.
     *
     * @param dueOn the last day; {@code null} for that of each letter
     */
    List<MandateMail> writeAsking(
            MeetingId meeting, NoticeKind kind, @Nullable LocalDate dueOn, List<MemberMandate> members) {
        String key = kind == NoticeKind.REMINDED ? "public.vote.mandate.reminder" : "public.vote.mandate.letter";
        Agenda agenda = meetings.findAgenda(meeting);
        Map<OrganisationId, BillingContact> known = findContacts(members);
        String items = agenda.points().stream().map(each -> "– " + each.title()).collect(Collectors.joining("\n"));
        List<MandateMail> mails = new ArrayList<>();
        for (MemberMandate each : members) {
            BillingContact contact = known.get(each.organisation());
            Words t = words(contact);
            MandateLetter letter = each.letter();
            String text = t.say(
                    key + ".text",
                    settings.current().name(),
                    MandateLinkAccess.describe(agenda, t),
                    each.right().member().name(),
                    each.entitled(),
                    DelegationReason.format(each.right(), t),
                    dueOn != null || letter == null ? dueOn : letter.dueOn(),
                    "[[link]]",
                    items);
            mails.add(new MandateMail(
                    kind,
                    ASKED,
                    letter == null ? each.organisation().value() : letter.id(),
                    agenda.meeting().version(),
                    each.right().member().name(),
                    contact == null ? null : contact.mail(),
                    new LetterText(subject(key + ".subject", agenda, t), text, t)));
        }
        return mails;
    }

    /** Notices to the people named, also those without an address, unless theirs left or waits. */
    List<MandateMail> writeNotices(MeetingId meeting, List<MemberMandate> members) {
        Agenda agenda = meetings.findAgenda(meeting);
        Map<OrganisationId, BillingContact> known = findContacts(members);
        Map<UUID, SentLetter> sent = findLatest(meeting, Set.of(NoticeKind.CONVENED));
        List<MandateMail> mails = new ArrayList<>();
        for (MemberMandate member : members) {
            Words t = words(known.get(member.organisation()));
            for (NamedDelegate each : member.people()) {
                SentLetter last = sent.get(each.id());
                if (last == null || isToRepeat(last.status())) {
                    String text = t.say(
                            "public.vote.delegate.letter.text",
                            member.right().member().name(),
                            String.valueOf(each.substitute()),
                            MandateLinkAccess.describe(agenda, t),
                            "[[link]]",
                            settings.current().name());
                    mails.add(new MandateMail(
                            NoticeKind.CONVENED,
                            CONVENED,
                            each.id(),
                            agenda.meeting().version(),
                            each.name(),
                            each.mail(),
                            new LetterText(subject("public.vote.delegate.letter.subject", agenda, t), text, t)));
                }
            }
        }
        return mails;
    }

    /**
     * Letters that tell a change of a meeting, or its cancellation.
     *
     * @param now the meeting, which may not be saved yet
     */
    List<MandateMail> writeChanges(
            Meeting now, NoticeKind kind, List<LetterReader> readers, Map<UUID, Optional<MeetingPlan>> told) {
        Agenda agenda = meetings.findAgenda(now.typedId()).withMeeting(now);
        return readers.stream()
                .map(each -> {
                    Words t = languages.wordsFor(each.language());
                    String key =
                            kind == NoticeKind.CANCELLED ? "public.vote.cancelled" : each.movedKey(settings.today());
                    Optional<MeetingPlan> known = told.getOrDefault(each.id(), Optional.empty());
                    String before = known.map(plan -> t.say(
                                            "public.vote.moved.before",
                                            MandateLinkAccess.describe(agenda.title(), plan, t))
                                    + "\n")
                            .orElse("");
                    String text = t.say(
                            key + ".text",
                            settings.current().name(),
                            before,
                            MandateLinkAccess.describe(agenda, t),
                            "[[link]]",
                            now.cancelledReason() == null ? "" : now.cancelledReason(),
                            t.say(
                                    known.filter(plan -> plan.begins()
                                                            .equals(now.plan().begins()))
                                                    .isPresent()
                                            ? "public.vote.delegate.reply.kept"
                                            : "public.vote.delegate.reply.again"));
                    String subject = kind == NoticeKind.CANCELLED ? key : "public.vote.moved";
                    return new MandateMail(
                            kind,
                            each.named() ? CONVENED : ASKED,
                            each.id(),
                            now.version(),
                            each.name(),
                            each.mail(),
                            new LetterText(subject(subject + ".subject", agenda, t), text, t));
                })
                .toList();
    }

    private static String subject(String key, Agenda agenda, Words t) {
        return t.say(key, agenda.title(), agenda.meeting().day());
    }

    MailingPreview preview(List<MandateMail> mails) {
        return mailings.preview(
                null,
                mails.stream()
                        .map(each -> new Addressee(each.record(), each.name(), each.mail()))
                        .toList(),
                to -> mails.stream()
                        .filter(each -> each.record().equals(to.party()))
                        .findFirst()
                        .orElseThrow()
                        .text());
    }

    /**
     * Posts a letter with an address.
     *
     * @param record its mandate letter, or the person named
     */
    void post(MandateMail it, UUID record) {
        boolean toMember = it.matter().equals(ASKED);
        UUID mandate = toMember
                ? record
                : repository.findNamed(record).map(NamedDelegate::mandate).orElseThrow(() -> new NotFound("delegate"));
        UUID letter = written.insert(mandate, toMember ? null : record, it.kind(), it.meetingVersion());
        outbox.post(new Letter(
                        Objects.requireNonNull(it.mail()),
                        it.text().subject(),
                        it.text().text(),
                        it.kind() == NoticeKind.CONVENED
                                ? it.matter()
                                : it.kind().purpose(),
                        new Letter.Completion(MandateLinkCompleter.NAME, record))
                .regarding(it.matter(), letter));
    }
}
