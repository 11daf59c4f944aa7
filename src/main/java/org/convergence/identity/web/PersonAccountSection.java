package org.convergence.identity.web;

import java.util.List;
import java.util.Optional;
import org.convergence.directory.people.PageSection;
import org.convergence.directory.people.Party;
import org.convergence.directory.people.PartySection;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.people.PersonName;
import org.convergence.identity.IdentityPermissions;
import org.convergence.identity.domain.AccountLinkService;
import org.convergence.platform.access.Requires;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.PageParts;
import org.convergence.platform.text.Words;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The section of a person's page with the person's account. */
@Component
@Order(90)
@Requires(IdentityPermissions.LINK)
record PersonAccountSection(AccountLinkService accounts, PageParts parts) implements PartySection {

    @Override
    public Optional<PageSection> show(Party party, Words t) {
        if (!(party instanceof PersonId id)) {
            return Optional.empty();
        }
        PersonName person = accounts.findPerson(id);
        var page = new PersonAccountPage(
                person.name(),
                PersonAccountController.url(id),
                "",
                accounts.findByPerson(person),
                List.of(),
                Form.blank());
        return Optional.of(
                new PageSection(t.say("identity.person.title"), parts.render("identity/person-part", t, page)));
    }
}
