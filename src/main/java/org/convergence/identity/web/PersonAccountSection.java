package org.convergence.identity.web;

import java.util.List;
import java.util.Optional;
import org.convergence.directory.people.PageSection;
import org.convergence.directory.people.Party;
import org.convergence.directory.people.PartySection;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.people.PersonName;
import org.convergence.identity.IdentityPermissions;
import org.convergence.identity.domain.AccountPersons;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Parts;
import org.convergence.platform.text.Words;
import org.springframework.stereotype.Component;

/** The section of a person's page with the person's account. */
@Component
class PersonAccountSection implements PartySection {

    private final AccountPersons accounts;
    private final Parts parts;

    PersonAccountSection(AccountPersons accounts, Parts parts) {
        this.accounts = accounts;
        this.parts = parts;
    }

    @Override
    public int order() {
        return 90;
    }

    @Override
    public String permission() {
        return IdentityPermissions.LINK;
    }

    @Override
    public Optional<PageSection> show(Party party, Words t) {
        if (!(party instanceof PersonId id)) {
            return Optional.empty();
        }
        PersonName person = accounts.person(id);
        var page = new PersonAccountPage(
                person.name(), PersonAccountController.url(id), "", accounts.of(person), List.of(), Form.blank());
        return Optional.of(new PageSection(t.say("identity.person.title"), parts.of("identity/person-part", t, page)));
    }
}
