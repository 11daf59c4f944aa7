package org.convergence.directory.handover.domain;

import java.util.Collection;
import org.convergence.directory.handover.HandoverId;
import org.convergence.directory.people.Correspondence;
import org.convergence.directory.people.Correspondence.Reach;
import org.convergence.directory.people.PersonId;
import org.convergence.platform.mail.Letter;
import org.convergence.platform.mail.Outbox;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.text.Language;
import org.convergence.platform.text.Messages;
import org.convergence.platform.text.Words;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Tells who takes over that something waits for her: a link, in her language, and nothing of what it is. */
@Component
class SuccessorLetters {

    private static final String PURPOSE = "handover_passed";

    private final Correspondence correspondence;
    private final Outbox outbox;
    private final Messages messages;
    private final OrganisationSettings settings;
    private final String baseUrl;

    SuccessorLetters(
            Correspondence correspondence,
            Outbox outbox,
            Messages messages,
            OrganisationSettings settings,
            @Value("${convergence.base-url}") String baseUrl) {
        this.correspondence = correspondence;
        this.outbox = outbox;
        this.messages = messages;
        this.settings = settings;
        this.baseUrl = baseUrl;
    }

    /** Writes to each; says how many have no address. */
    int write(HandoverId id, Collection<PersonId> successors) {
        int unreached = 0;
        for (Reach reach : correspondence.reach(successors).values()) {
            String mail = reach.mail();
            if (mail == null) {
                unreached++;
            } else {
                outbox.post(letter(id, reach, mail));
            }
        }
        return unreached;
    }

    private Letter letter(HandoverId id, Reach reach, String mail) {
        String spoken = reach.language();
        String usual = settings.current().languages().get(0);
        Words t = messages.in(
                Language.of(spoken == null ? usual : spoken), settings.current().zone());
        return new Letter(
                mail,
                t.say("handover.letter.subject"),
                t.say(
                        "handover.letter.text",
                        reach.who().name(),
                        settings.current().name(),
                        baseUrl + "/directory/handover/" + id.value()),
                PURPOSE,
                null);
    }
}
