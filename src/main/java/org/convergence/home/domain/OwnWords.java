package org.convergence.home.domain;

import java.util.List;
import org.convergence.platform.access.Actor;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.settings.Settings;
import org.convergence.platform.text.Language;
import org.convergence.platform.text.Messages;
import org.convergence.platform.text.Words;
import org.springframework.stereotype.Component;

/** The words of somebody who is not there to ask: in the language of her account, else the organisation's first. */
@Component
class OwnWords {

    /** The languages of the staff's pages. */
    private static final List<String> SPOKEN = List.of("fr", "en");

    private final Messages messages;
    private final OrganisationSettings settings;

    OwnWords(Messages messages, OrganisationSettings settings) {
        this.messages = messages;
        this.settings = settings;
    }

    Words of(Actor actor) {
        Settings organisation = settings.current();
        String own = actor.language();
        String language = own != null && SPOKEN.contains(own)
                ? own
                : organisation.languages().stream()
                        .filter(SPOKEN::contains)
                        .findFirst()
                        .orElse("fr");
        return messages.in(Language.of(language), organisation.zone());
    }
}
