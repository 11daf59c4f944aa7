package org.convergence.platform.mail.web;

import java.util.List;
import org.convergence.platform.mail.LetterStatusService;
import org.convergence.platform.mail.MailPermissions;
import org.convergence.platform.shell.HomeCard;
import org.convergence.platform.text.Words;
import org.springframework.stereotype.Component;

/** Warns at the head of the home page while mail is not set up, with the number of waiting messages. */
@Component
class MailSetupHomeCard implements HomeCard {

    private final LetterStatusService letters;

    MailSetupHomeCard(LetterStatusService letters) {
        this.letters = letters;
    }

    @Override
    public int order() {
        return 6;
    }

    @Override
    public String permission() {
        return MailPermissions.KEEP;
    }

    @Override
    public List<Card> show(Words t) {
        if (letters.isMailSet()) {
            return List.of();
        }
        return List.of(Card.ofSentence(
                CardPart.FIRST,
                t.say("mail.alarm", letters.countWaiting()),
                CardAction.link(t.say("mail.alarm.see"), "/platform/mail")));
    }
}
