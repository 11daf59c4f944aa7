package org.convergence.directory.consent.domain;

import java.util.Map;
import java.util.UUID;
import org.convergence.directory.consent.PreferenceLinkIssuer;
import org.convergence.directory.people.PersonId;
import org.convergence.platform.mail.BodyCompleter;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Adds the link to the reader's preferences when a letter leaves. */
@Component
record PreferenceLinkCompleter(ObjectProvider<PreferenceLinkIssuer> links) implements BodyCompleter {

    static final String NAME = "consent_preferences";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Map<String, String> complete(UUID person) {
        return Map.of("stop", links.getObject().linkFor(new PersonId(person)).toString());
    }
}
