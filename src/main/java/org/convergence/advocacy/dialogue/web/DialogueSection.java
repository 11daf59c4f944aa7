package org.convergence.advocacy.dialogue.web;

import java.util.Optional;
import org.convergence.advocacy.dialogue.DialoguePermissions;
import org.convergence.advocacy.dialogue.domain.DialogueQueries;
import org.convergence.advocacy.dialogue.web.DecisionMakerPage.DecisionMakerItem;
import org.convergence.directory.people.PageSection;
import org.convergence.directory.people.Party;
import org.convergence.directory.people.PartySection;
import org.convergence.directory.people.PersonId;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.PageParts;
import org.convergence.platform.text.Words;
import org.springframework.stereotype.Component;

/** « Plaidoyer » on the page of a person who is a decision-maker: her office, and the last act. */
@Component
class DialogueSection implements PartySection {

    private final DialogueQueries queries;
    private final OrganisationSettings settings;
    private final PageParts parts;

    DialogueSection(DialogueQueries queries, OrganisationSettings settings, PageParts parts) {
        this.queries = queries;
        this.settings = settings;
        this.parts = parts;
    }

    @Override
    public int order() {
        return 27;
    }

    @Override
    public String permission() {
        return DialoguePermissions.READ;
    }

    @Override
    public Optional<PageSection> show(Party party, Words t) {
        if (!(party instanceof PersonId person)) {
            return Optional.empty();
        }
        return queries.findByPerson(person)
                .map(row -> new PageSection(
                        t.say("dialogue.section"),
                        parts.render("advocacy/dialogue/section", t, DecisionMakerItem.of(row, settings.today(), t))));
    }
}
