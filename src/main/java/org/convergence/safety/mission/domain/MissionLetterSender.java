package org.convergence.safety.mission.domain;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.convergence.directory.people.ContactLookup.PersonContact;
import org.convergence.directory.people.PersonId;
import org.convergence.platform.mail.Letter;
import org.convergence.platform.mail.LetterBlock.Button;
import org.convergence.platform.mail.LetterBlock.LetterParagraph;
import org.convergence.platform.mail.LetterContent;
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
record MissionLetterSender(MissionContacts contacts, MissionLinkService links, Outbox outbox, RecipientWords words) {

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
        Words t = words.forLanguage(contact.language());
        String key = "mission.letter."
                + (purpose == LinkPurpose.DURESS ? LinkPurpose.ALARM : purpose)
                        .name()
                        .toLowerCase(Locale.ROOT);
        UUID link = links.prepare(mission, to, checkIn, purpose);
        Letter letter = new Letter(
                mail,
                t.say(key + ".subject"),
                LetterContent.of(
                        t,
                        List.of(
                                new LetterParagraph(t.say(key + ".text")),
                                new Button(t.say(key + ".button"), "[[link]]"),
                                new LetterParagraph(t.say("mission.letter.secret")))),
                PURPOSE,
                new Letter.Completion(MissionLinkService.NAME, link));
        outbox.post((checkIn == null ? letter : letter.regarding(MATTER, checkIn.value())).hidingSubject());
        return true;
    }
}
