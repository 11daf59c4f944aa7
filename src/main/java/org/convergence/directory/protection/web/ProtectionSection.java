package org.convergence.directory.protection.web;

import java.util.Optional;
import org.convergence.directory.people.PageSection;
import org.convergence.directory.people.Party;
import org.convergence.directory.people.PartySection;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.protection.ProtectionPermissions;
import org.convergence.directory.protection.domain.ProtectionQueries;
import org.convergence.directory.protection.web.ProtectionPage.ProtectionPart;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.shell.PageParts;
import org.convergence.platform.text.Words;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The protection section of a person's page, with the button that protects them. */
@Component
@Order(90)
@Requires(ProtectionPermissions.READ)
record ProtectionSection(ProtectionQueries protectionQueries, PageParts parts) implements PartySection {

    @Override
    public Optional<PageSection> show(Party party, Words t) {
        if (!(party instanceof PersonId person)) {
            return Optional.empty();
        }
        ProtectionPart part = new ProtectionPart(
                ProtectionUrls.person(person),
                protectionQueries.findByPerson(person).isPresent(),
                CurrentActor.get().may(ProtectionPermissions.PROTECT));
        return Optional.of(
                new PageSection(t.say("protection.part"), parts.render("directory/protection/part", t, part)));
    }
}
