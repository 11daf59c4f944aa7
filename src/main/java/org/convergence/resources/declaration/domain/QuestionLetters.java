package org.convergence.resources.declaration.domain;

import java.util.Objects;
import java.util.UUID;
import org.convergence.platform.mail.Letter;
import org.convergence.platform.mail.Outbox;
import org.convergence.platform.publicform.PublicWords;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.text.Words;
import org.convergence.resources.membership.BillingContact;
import org.springframework.stereotype.Component;

/**
 * Letters to organisations about their own membership (R-CASL-14), each in its language. The link is made when the letter
 * leaves.
 */
@Component
class QuestionLetters {

    private final Outbox outbox;
    private final PublicWords words;
    private final OrganisationSettings settings;

    QuestionLetters(Outbox outbox, PublicWords words, OrganisationSettings settings) {
        this.outbox = outbox;
        this.words = words;
        this.settings = settings;
    }

    void ask(Round round, UUID question, BillingContact contact) {
        post(round, question, contact, "public.declaration.letter");
    }

    void remind(Round round, UUID question, BillingContact contact) {
        post(round, question, contact, "public.declaration.reminder");
    }

    private void post(Round round, UUID question, BillingContact contact, String key) {
        Words t = words.to(contact.language());
        String us = settings.current().name();
        String them = contact.organisation().name();
        outbox.post(new Letter(
                Objects.requireNonNull(contact.mail()),
                t.say(key + ".subject", contact.organisation().brief(), round.countedOn()),
                t.say(key + ".text", us, them, round.countedOn(), "[[link]]", round.closesOn()),
                "declaration_question",
                new Letter.Completion(QuestionLinks.COMPLETER, question)));
    }
}
