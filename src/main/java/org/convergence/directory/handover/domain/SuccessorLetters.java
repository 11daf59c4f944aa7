package org.convergence.directory.handover.domain;

import java.util.Collection;
import org.convergence.directory.handover.HandoverId;
import org.convergence.directory.people.Correspondence;
import org.convergence.directory.people.Correspondence.Reach;
import org.convergence.directory.people.PersonId;
import org.convergence.platform.mail.Letter;
import org.convergence.platform.mail.Outbox;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.settings.Speaking;
import org.convergence.platform.text.Words;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Tells who takes over that something waits for her: a link, in her language, and nothing of what it is. */
@Component
class SuccessorLetters {

    private static final String PURPOSE = "handover_passed";

    private final Correspondence correspondence;
    private final Outbox outbox;
    private final Speaking speaking;
    private final OrganisationSettings settings;
    private final String baseUrl;

    SuccessorLetters(
            Correspondence correspondence,
            Outbox outbox,
            Speaking speaking,
            OrganisationSettings settings,
            @Value("${convergence.base-url}") String baseUrl) {
        this.correspondence = correspondence;
        this.outbox = outbox;
        this.speaking = speaking;
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
        Words t = speaking.to(reach.language());
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
