package org.convergence.directory.protection.domain;

import org.convergence.directory.people.PersonId;
import org.convergence.directory.protection.TrustedAccounts.Trusted;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.mail.Letter;
import org.convergence.platform.mail.Outbox;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.settings.Speaking;
import org.convergence.platform.text.Words;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Tells by mail what somebody did with a sealed identity: never whose it is, nor why, which stand on the page. */
@Component
class Telling {

    private static final String PURPOSE = "protection_told";

    private final Outbox outbox;
    private final Speaking speaking;
    private final OrganisationSettings settings;
    private final String baseUrl;

    Telling(
            Outbox outbox,
            Speaking speaking,
            OrganisationSettings settings,
            @Value("${convergence.base-url}") String baseUrl) {
        this.outbox = outbox;
        this.speaking = speaking;
        this.settings = settings;
        this.baseUrl = baseUrl;
    }

    /**
     * Writes to one.
     *
     * @param alone whether it is for her to look at what one did alone
     */
    void tell(Trusted reader, PersonId person, String codeName, Gesture.Kind kind, boolean alone) {
        Words t = speaking.to(reader.language());
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

    /** Writes that somebody under a code name was forgotten, for good; her page is gone, why stands where it is reviewed. */
    void forgotten(Trusted reader, String codeName) {
        Words t = speaking.to(reader.language());
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

    /** Writes that somebody on the reader's list was named elsewhere; not who, since whoever named her knows the name. */
    void recognised(Trusted reader) {
        Words t = speaking.to(reader.language());
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
