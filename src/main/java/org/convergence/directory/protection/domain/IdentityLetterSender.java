package org.convergence.directory.protection.domain;

import org.convergence.directory.people.PersonId;
import org.convergence.directory.protection.TrustedAccounts.TrustedAccount;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.mail.Letter;
import org.convergence.platform.mail.Outbox;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.settings.RecipientWords;
import org.convergence.platform.text.Words;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Notifies by mail of actions on a sealed identity, without the name nor the reason, which are on the page. */
@Component
class IdentityLetterSender {

    private static final String PURPOSE = "protection_told";

    private final Outbox outbox;
    private final RecipientWords recipientWords;
    private final OrganisationSettings settings;
    private final String baseUrl;

    IdentityLetterSender(
            Outbox outbox,
            RecipientWords recipientWords,
            OrganisationSettings settings,
            @Value("${convergence.base-url}") String baseUrl) {
        this.outbox = outbox;
        this.recipientWords = recipientWords;
        this.settings = settings;
        this.baseUrl = baseUrl;
    }

    /**
     * Writes to one account.
     *
     * @param alone whether the reader is to review an action done alone
     */
    void notifyAction(
            TrustedAccount reader,
            PersonId person,
            String codeName,
            IdentityAction.IdentityActionKind kind,
            boolean alone) {
        Words t = recipientWords.forLanguage(reader.language());
        String url = baseUrl
                + (alone && !reader.seesPeople()
                        ? "/directory/protection/reviews"
                        : "/directory/protection/persons/" + person.value());
        outbox.post(new Letter(
                        reader.mail(),
                        t.say("protection.letter.subject", codeName),
                        t.say(
                                alone ? "protection.letter.alone" : "protection.letter.text",
                                reader.name(),
                                CurrentActor.get().label(),
                                t.say(kind.key()),
                                codeName,
                                url,
                                settings.current().name()),
                        PURPOSE,
                        null)
                .hidingSubject());
    }

    /**
     * Notifies that a person under a code name was erased; their page is gone, the reason is on the page of reviews.
     */
    void notifyErasure(TrustedAccount reader, String codeName) {
        Words t = recipientWords.forLanguage(reader.language());
        outbox.post(new Letter(
                        reader.mail(),
                        t.say("protection.letter.subject", codeName),
                        t.say(
                                "protection.letter.forgotten",
                                reader.name(),
                                CurrentActor.get().label(),
                                codeName,
                                baseUrl + "/directory/protection/reviews",
                                settings.current().name()),
                        PURPOSE,
                        null)
                .hidingSubject());
    }

    /**
     * Notifies that a person the reader may open was named elsewhere; not which one, since the actor knows the name.
     */
    void notifyRecognition(TrustedAccount reader) {
        Words t = recipientWords.forLanguage(reader.language());
        outbox.post(new Letter(
                        reader.mail(),
                        t.say("protection.letter.recognised.subject"),
                        t.say(
                                "protection.letter.recognised.text",
                                reader.name(),
                                CurrentActor.get().label(),
                                baseUrl + "/directory/protection",
                                settings.current().name()),
                        PURPOSE,
                        null)
                .hidingSubject());
    }
}
