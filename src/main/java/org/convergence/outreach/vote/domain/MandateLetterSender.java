package org.convergence.outreach.vote.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.convergence.directory.people.OrganisationId;
import org.convergence.outreach.assembly.MeetingId;
import org.convergence.outreach.assembly.domain.Agenda;
import org.convergence.outreach.assembly.domain.MeetingQueries;
import org.convergence.outreach.vote.domain.MandateLetter.MemberMandate;
import org.convergence.outreach.vote.domain.MandateLetter.NamedDelegate;
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
 * delegates with the notice, and to the people named. Links are created when the letters leave.
 */
@Component
record MandateLetterSender(
        Outbox outbox,
        MailingService mailings,
        LetterStatusService statuses,
        BillingContacts contacts,
        PublicLanguages languages,
        MeetingQueries meetings,
        OrganisationSettings settings) {

    /** The matter and the purpose of letters to members; the record is the mandate letter. */
    static final String ASKED = "vote_mandate";

    /** The matter and the purpose of notices to people named; the record is the person named. */
    static final String CONVENED = "vote_delegate";

    /**
     * A letter to post.
     *
     * @param record what it regards; before a mandate letter is stored, the member
     * @param mail {@code null} if no address is known
     */
    record MandateMail(
            String matter,
            UUID record,
            String name,
            @Nullable String mail,
            LetterText text) {}

    /** Whether a letter is to be sent again: it was taken back, withheld or refused. */
    static boolean isToRepeat(@Nullable LetterStatus status) {
        return status != null && (status.state() == LetterState.WITHHELD || status.state() == LetterState.REFUSED);
    }

    Map<UUID, LetterStatus> findStatuses(String matter, Collection<UUID> records) {
        return statuses.findByRecords(matter, records);
    }

    int takeBack(Collection<UUID> letters) {
        return statuses.takeBack(ASKED, letters);
    }

    private Map<OrganisationId, BillingContact> findContacts(List<MemberMandate> members) {
        return contacts.findByOrganisations(
                members.stream().map(MemberMandate::organisation).toList());
    }

    private Words words(@Nullable BillingContact contact) {
        return languages.wordsFor(contact == null ? null : contact.language());
    }

    List<MandateMail> writeAsking(MeetingId meeting, LocalDate dueOn, List<MemberMandate> members) {
        Agenda agenda = meetings.findAgenda(meeting);
        Map<OrganisationId, BillingContact> known = findContacts(members);
        String items = agenda.points().stream().map(each -> "– " + each.title()).collect(Collectors.joining("\n"));
        List<MandateMail> mails = new ArrayList<>();
        for (MemberMandate each : members) {
            BillingContact contact = known.get(each.organisation());
            Words t = words(contact);
            String text = t.say(
                    "public.vote.mandate.letter.text",
                    settings.current().name(),
                    MandateLinkAccess.describe(agenda, t),
                    each.right().member().name(),
                    each.entitled(),
                    DelegationReason.format(each.right(), t),
                    dueOn,
                    "[[link]]",
                    items);
            mails.add(new MandateMail(
                    ASKED,
                    each.organisation().value(),
                    each.right().member().name(),
                    contact == null ? null : contact.mail(),
                    new LetterText(subject("public.vote.mandate.letter.subject", agenda, t), text, t)));
        }
        return mails;
    }

    /** Notices to the people named with an address, unless theirs left or waits. */
    List<MandateMail> writeNotices(MeetingId meeting, List<MemberMandate> members) {
        Agenda agenda = meetings.findAgenda(meeting);
        Map<OrganisationId, BillingContact> known = findContacts(members);
        Map<UUID, LetterStatus> sent = findStatuses(
                CONVENED,
                members.stream()
                        .flatMap(each -> each.people().stream())
                        .map(NamedDelegate::id)
                        .toList());
        List<MandateMail> mails = new ArrayList<>();
        for (MemberMandate member : members) {
            Words t = words(known.get(member.organisation()));
            for (NamedDelegate each : member.people()) {
                LetterStatus last = sent.get(each.id());
                if (each.mail() != null && (last == null || isToRepeat(last))) {
                    String text = t.say(
                            "public.vote.delegate.letter.text",
                            member.right().member().name(),
                            String.valueOf(each.substitute()),
                            MandateLinkAccess.describe(agenda, t),
                            "[[link]]",
                            settings.current().name());
                    mails.add(new MandateMail(
                            CONVENED,
                            each.id(),
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

    void post(MandateMail it, String mail, UUID record) {
        outbox.post(new Letter(
                        mail,
                        it.text().subject(),
                        it.text().text(),
                        it.matter(),
                        new Letter.Completion(MandateLinkCompleter.NAME, record))
                .regarding(it.matter(), record));
    }
}
