package org.convergence.directory.consent.web;

import java.util.List;
import java.util.Optional;
import org.convergence.directory.consent.ConsentChannel;
import org.convergence.directory.consent.ConsentPermissions;
import org.convergence.directory.consent.domain.ConsentDecisionQueries;
import org.convergence.directory.people.PageSection;
import org.convergence.directory.people.Party;
import org.convergence.directory.people.PartySection;
import org.convergence.directory.people.PersonId;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.PageParts;
import org.convergence.platform.text.Words;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The consents section of a person's page: each purpose with its reason, and the actions. */
@Component
@Order(25)
@Requires(ConsentPermissions.READ)
public record ConsentSection(ConsentDecisionQueries consentDecisions, OrganisationSettings settings, PageParts parts)
        implements PartySection {

    @Override
    public Optional<PageSection> show(Party party, Words t) {
        if (!(party instanceof PersonId person)) {
            return Optional.empty();
        }
        List<ConsentStateRow> states =
                consentDecisions.mayWrite(person, ConsentChannel.MAIL, settings.today()).entrySet().stream()
                        .map(each -> ConsentStateRow.of(t.say(each.getKey().key()), "", each.getValue(), t))
                        .toList();
        ConsentPart part = new ConsentPart(
                states, ConsentPersonPage.url(person), CurrentActor.get().may(ConsentPermissions.RECORD));
        return Optional.of(new PageSection(t.say("consent.part"), parts.render("directory/consent/part", t, part)));
    }

    /** « Peut-on lui écrire? » on a person's page. */
    public record ConsentPart(List<ConsentStateRow> states, String url, boolean mayRecord) {}
}
