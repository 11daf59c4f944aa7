package org.convergence.advocacy.dialogue.domain;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.convergence.advocacy.dialogue.domain.DecisionMakerService.DecisionMakerId;
import org.convergence.advocacy.dialogue.domain.DialogueQueries.DecisionMakerRow;
import org.convergence.directory.people.ChoiceSource;
import org.convergence.directory.people.PartyChoice;
import org.convergence.platform.settings.OrganisationSettings;
import org.springframework.stereotype.Component;

/** Decision-makers to choose in a form, found by name, title or body; those who left office are not offered. */
@Component
record DecisionMakerChoiceSource(DialogueQueries queries, OrganisationSettings settings) implements ChoiceSource {

    @Override
    public String kind() {
        return "decision-makers";
    }

    @Override
    public List<PartyChoice> findByIds(Collection<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : queries.findByIds(ids.stream().map(DecisionMakerId::new).toList()).stream()
                        .map(DecisionMakerChoiceSource::choice)
                        .toList();
    }

    @Override
    public List<PartyChoice> search(String typed, int limit) {
        return queries.findFirst(typed, limit).stream()
                .filter(each -> !each.hasLeft(settings.today()))
                .map(DecisionMakerChoiceSource::choice)
                .toList();
    }

    private static PartyChoice choice(DecisionMakerRow row) {
        String about = row.title() == null ? "" : row.title() + ", " + row.body();
        return new PartyChoice(row.id().value(), row.name(), row.name(), null, about);
    }
}
