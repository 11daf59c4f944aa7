package org.convergence.directory.handover.web;

import java.util.Optional;
import org.convergence.directory.handover.HandoverPermissions;
import org.convergence.directory.people.PageSection;
import org.convergence.directory.people.Party;
import org.convergence.directory.people.PartySection;
import org.convergence.directory.people.PersonId;
import org.convergence.platform.access.Requires;
import org.convergence.platform.shell.PageParts;
import org.convergence.platform.text.Words;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** On a person's page: « Préparer la passation ». */
@Component
@Order(95)
@Requires(HandoverPermissions.PASS)
record PersonHandoverSection(PageParts parts) implements PartySection {

    @Override
    public Optional<PageSection> show(Party party, Words t) {
        if (!(party instanceof PersonId person)) {
            return Optional.empty();
        }
        String url = HandoverController.ROOM + "/of/" + person.value();
        return Optional.of(
                new PageSection(t.say("handover.title"), parts.render("directory/handover/person-part", t, url)));
    }
}
