package org.convergence.safety.mission.domain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.convergence.directory.people.ContactLookup.PersonContact;
import org.convergence.directory.people.PersonId;
import org.convergence.plan.mailbox.ReplyAddressGenerator;
import org.convergence.platform.mail.Letter;
import org.convergence.platform.mail.LetterBlock;
import org.convergence.platform.mail.LetterBlock.Button;
import org.convergence.platform.mail.LetterBlock.LetterParagraph;
import org.convergence.platform.mail.LetterStatusService;
import org.convergence.platform.mail.LetterSummary;
import org.convergence.platform.mail.MailingPreview;
import org.convergence.platform.mail.MailingPreview.Addressee;
import org.convergence.platform.mail.MailingPreview.LetterText;
import org.convergence.platform.mail.MailingService;
import org.convergence.platform.mail.Outbox;
import org.convergence.platform.settings.RecipientWords;
import org.convergence.platform.text.Words;
import org.convergence.safety.mission.CheckInId;
import org.convergence.safety.mission.MissionId;
import org.convergence.safety.mission.domain.MissionLinkService.LinkPurpose;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The only letters of missions: to a traveller, the security lead or the president. They name neither a place nor a
 * person, nor even the mission: the page behind the link does. A duress word has the letter of any other alert.
 */
@Component
record MissionLetterSender(
        MissionContacts contacts,
        MissionLinkService links,
        Outbox outbox,
        MailingService mailings,
        LetterStatusService statuses,
        ReplyAddressGenerator replies,
        RecipientWords words) {

    /** What the state of these letters is about. */
    static final String MATTER = "mission_check_in";

    private static final String PURPOSE = "mission_alert";

    /** Posts a letter; false if the person has no known address. */
    boolean post(MissionId mission, PersonId to, @Nullable CheckInId checkIn, LinkPurpose purpose) {
        PersonContact contact = contacts.find(List.of(to)).get(to);
        String mail = contact == null ? null : contact.mail();
        if (contact == null || mail == null) {
            return false;
        }
        UUID link = links.prepare(mission, to, checkIn, purpose);
        Letter letter = new Letter(
                mail,
                write(purpose, words.forLanguage(contact.language())),
                PURPOSE,
                new Letter.Completion(MissionLinkService.NAME, link));
        outbox.post((checkIn == null
                        ? letter.regarding(MissionLinkService.NAME, link)
                        : letter.regarding(MATTER, checkIn.value()))
                .hidingSubject()
                .urgently());
        return true;
    }

    private static String key(LinkPurpose purpose) {
        return "mission.letter."
                + (purpose == LinkPurpose.DURESS ? LinkPurpose.ALARM : purpose)
                        .name()
                        .toLowerCase(Locale.ROOT);
    }

    private LetterText write(LinkPurpose purpose, Words t) {
        List<LetterBlock> blocks = new ArrayList<>();
        blocks.add(new LetterParagraph(t.say(key(purpose) + ".text")));
        blocks.add(new Button(t.say(key(purpose) + ".button"), "[[link]]"));
        if (purpose.isForTraveller()) {
            blocks.add(new LetterParagraph(
                    t.say(replies.isConfigured() ? "mission.letter.reply" : "mission.letter.no-reply")));
        }
        blocks.add(new LetterParagraph(t.say("mission.letter.secret")));
        return LetterText.of(t.say(key(purpose) + ".subject"), blocks, t);
    }

    /** The letters with their link to these travellers; those without an address are reached otherwise. */
    MailingPreview previewInvitations(Collection<PersonId> travellers) {
        Map<UUID, PersonContact> known = contacts.find(travellers).values().stream()
                .collect(Collectors.toMap(each -> each.who().id().value(), each -> each));
        return mailings.preview(
                null,
                known.values().stream()
                        .map(each -> new Addressee(
                                each.who().id().value(), each.who().name(), each.mail()))
                        .toList(),
                to -> write(
                        LinkPurpose.INVITATION,
                        words.forLanguage(
                                Objects.requireNonNull(known.get(to.party())).language())));
    }

    /** The last letter with their link to each traveller, by state. */
    LetterSummary summarizeInvitations(MissionId mission) {
        return statuses.summarize(MissionLinkService.NAME, links.findInvitations(mission));
    }
}
