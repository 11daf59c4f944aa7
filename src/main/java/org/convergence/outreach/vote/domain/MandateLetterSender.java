package org.convergence.outreach.vote.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.convergence.directory.people.OrganisationId;
import org.convergence.outreach.assembly.MeetingId;
import org.convergence.outreach.assembly.domain.Agenda;
import org.convergence.outreach.assembly.domain.MeetingQueries;
import org.convergence.outreach.assembly.domain.NoticeKind;
import org.convergence.outreach.vote.domain.MandateLetter.MemberMandate;
import org.convergence.outreach.vote.domain.MandateLetter.NamedDelegate;
import org.convergence.outreach.vote.domain.MandateLetter.SentLetter;
import org.convergence.plan.mailbox.ReplyAddressGenerator;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.mail.Letter;
import org.convergence.platform.mail.LetterState;
import org.convergence.platform.mail.LetterStatus;
import org.convergence.platform.mail.MailingPreview;
import org.convergence.platform.mail.MailingPreview.Addressee;
import org.convergence.platform.mail.MailingPreview.LetterText;
import org.convergence.platform.mail.MailingService;
import org.convergence.platform.mail.Outbox;
import org.convergence.platform.publicform.PublicLanguages;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.text.Words;
import org.convergence.resources.delegation.domain.DelegationQueries.Delegation;
import org.convergence.resources.delegation.domain.DelegationReason;
import org.convergence.resources.membership.BillingContact;
import org.convergence.resources.membership.BillingContacts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Letters about an assembly, in the language of the member's contact: to the contacts of record, which ask for the
 * delegates with the notice, and to the people named. Links are created when the letters leave.
 */
@Component
record MandateLetterSender(
        Outbox outbox,
        MailingService mailings,
        VoteLetterRepository written,
        MandateLetterRepository repository,
        BillingContacts contacts,
        PublicLanguages languages,
        MeetingQueries meetings,
        ReplyAddressGenerator replies,
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
     * @param delegates the right of the member that it tells; {@code null} if it tells none
     * @param mail {@code null} if no address is known
     */
    record MandateMail(
            NoticeKind kind,
            String matter,
            UUID record,
            int meetingVersion,
            @Nullable Integer delegates,
            String name,
            @Nullable String mail,
            LetterText text) {}

    /** The marks that are filled in when a letter leaves, since it may wait: what is asked of the member, and by when. */
    private static final String ASK = "[[ask]]";

    private static final String DUE = "[[due]]";

    /** Why the member has so many delegates: the headcount may change while the letter waits, and the right stay. */
    private static final String WHY = "[[why]]";

    /** The values of the marks in a letter to a member, as they are now. */
    Map<String, String> complete(MandateLetter letter, @Nullable Delegation right, String link) {
        Words t = words(
                contacts.findByOrganisations(List.of(letter.organisation())).get(letter.organisation()));
        List<NamedDelegate> people = repository.findPeople(letter.meeting()).getOrDefault(letter.id(), List.of());
        return Map.of(
                "link",
                link,
                "ask",
                ask(letter.dueOn(), people, link, t),
                "due",
                t.date(letter.dueOn()),
                "why",
                right == null ? "" : DelegationReason.format(right, t));
    }

    private String ask(LocalDate dueOn, List<NamedDelegate> people, String link, Words t) {
        String names = t.list(people.stream().map(NamedDelegate::name).toList());
        return t.say(
                "public.vote.mandate.ask." + (dueOn.isBefore(settings.today()) ? "closed" : "open")
                        + (people.isEmpty() ? "" : ".named"),
                dueOn,
                link,
                names);
    }

    /** Whether a letter is to be sent again: it was taken back, withheld or refused. */
    static boolean isToRepeat(@Nullable LetterStatus status) {
        return status != null && (status.state() == LetterState.WITHHELD || status.state() == LetterState.REFUSED);
    }

    private Map<OrganisationId, BillingContact> findContacts(List<MemberMandate> members) {
        return contacts.findByOrganisations(
                members.stream().map(MemberMandate::organisation).toList());
    }

    private Words words(@Nullable BillingContact contact) {
        return languages.wordsFor(contact == null ? null : contact.language());
    }

    /**
     * As {@link #writeAsking}, with what is asked as it is now.
     *
     * @param dueOn the last day; {@code null} for that of each letter
     */
    MailingPreview previewAsking(
            MeetingId meeting,
            NoticeKind kind,
            @Nullable LocalDate dueOn,
            List<MemberMandate> members,
            Map<UUID, LocalDate> told) {
        List<MandateMail> mails = writeAsking(meeting, kind, members, told);
        List<MandateMail> filled = new ArrayList<>();
        for (int i = 0; i < mails.size(); i++) {
            MandateLetter letter = members.get(i).letter();
            filled.add(fill(mails.get(i), dueOn != null || letter == null ? dueOn : letter.dueOn(), members.get(i)));
        }
        return preview(filled);
    }

    private MandateMail fill(MandateMail it, @Nullable LocalDate dueOn, MemberMandate member) {
        Words t = it.text().words();
        String text = it.text().text().replace(WHY, DelegationReason.format(member.right(), t));
        if (dueOn != null) {
            text = text.replace(ASK, ask(dueOn, member.people(), "[[link]]", t)).replace(DUE, t.date(dueOn));
        }
        return new MandateMail(
                it.kind(),
                it.matter(),
                it.record(),
                it.meetingVersion(),
                it.delegates(),
                it.name(),
                it.mail(),
                new LetterText(it.text().subject(), text, t));
    }

    /**
     * Letters that ask members for their delegates, remind them, or tell another last day; one for each, in their order.
     *
     * @param told the last day that members know, by mandate letter, where another one is told
     */
    List<MandateMail> writeAsking(
            MeetingId meeting, NoticeKind kind, List<MemberMandate> members, Map<UUID, LocalDate> told) {
        String key =
                switch (kind) {
                    case REMINDED -> "public.vote.mandate.reminder";
                    case DUE_MOVED -> "public.vote.mandate.due";
                    default -> "public.vote.mandate.letter";
                };
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
                    WHY,
                    kind == NoticeKind.CONVENED ? ASK : DUE,
                    "[[link]]",
                    items,
                    letter == null ? null : told.get(letter.id()),
                    each.toldOtherwise());
            mails.add(new MandateMail(
                    kind,
                    ASKED,
                    letter == null ? each.organisation().value() : letter.id(),
                    agenda.meeting().version(),
                    kind == NoticeKind.DUE_MOVED ? null : each.entitled(),
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
        Map<UUID, SentLetter> sent = written.findLatest(meeting, Set.of(NoticeKind.CONVENED));
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
                            settings.current().name(),
                            replies.isConfigured() ? t.say("public.vote.delegate.reply.mail") + "\n\n" : "");
                    mails.add(new MandateMail(
                            NoticeKind.CONVENED,
                            CONVENED,
                            each.id(),
                            agenda.meeting().version(),
                            null,
                            each.name(),
                            each.mail(),
                            new LetterText(subject("public.vote.delegate.letter.subject", agenda, t), text, t)));
                }
            }
        }
        return mails;
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
        UUID letter = written.insert(mandate, toMember ? null : record, it.kind(), it.meetingVersion(), it.delegates());
        outbox.post(new Letter(
                        Objects.requireNonNull(it.mail()),
                        it.text().subject(),
                        it.text().text(),
                        it.kind() == NoticeKind.CONVENED
                                ? it.matter()
                                : it.kind().purpose(),
                        new Letter.Completion(MandateLinkCompleter.NAME, record))
                .regarding(it.matter(), letter)
                .asLegalNotice());
    }
}
