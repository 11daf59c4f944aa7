package org.convergence.directory.people.web;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.convergence.directory.people.PageSection;
import org.convergence.directory.people.Party;
import org.convergence.directory.people.PartySection;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.text.Words;
import org.springframework.stereotype.Component;

/** The sections of a party's page contributed by other modules, as far as the reader may see them. */
@Component
class PartySections {

    private final List<PartySection> sections;

    PartySections(List<PartySection> sections) {
        this.sections = sections.stream()
                .sorted(Comparator.comparingInt(PartySection::order))
                .toList();
    }

    List<PageSection> assemble(Party party, Words t) {
        return sections.stream()
                .filter(section -> CurrentActor.get().may(section.permission()))
                .map(section -> section.show(party, t))
                .flatMap(Optional::stream)
                .toList();
    }
}
