package org.convergence.resources.relay.domain;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.representative.RepresentativeSection;
import org.convergence.platform.document.DocumentKeeping;
import org.convergence.platform.text.Words;
import org.convergence.resources.relay.Relays;
import org.convergence.resources.relay.Relays.Relayed;
import org.springframework.stereotype.Component;

/** The leaflets of an organisation, on the page it opens by its link. */
@Component
class RepresentativesLeaflets implements RepresentativeSection {

    private final Relays relays;
    private final DocumentKeeping documents;

    RepresentativesLeaflets(Relays relays, DocumentKeeping documents) {
        this.relays = relays;
        this.documents = documents;
    }

    @Override
    public int order() {
        return 30;
    }

    @Override
    public Optional<Section> show(OrganisationId organisation, Words t) {
        List<Line> lines = relays.documentsOf(organisation).stream()
                .map(each -> new Line(
                        t.capital(t.period(each.from(), each.to())),
                        "PDF · " + t.capital(t.languageName(each.language())),
                        each.id().value()))
                .toList();
        return lines.isEmpty() ? Optional.empty() : Optional.of(new Section(t.say("public.relay.part"), lines));
    }

    @Override
    public Optional<File> file(OrganisationId organisation, UUID id) {
        return relays.documentsOf(organisation).stream()
                .filter(each -> each.id().value().equals(id))
                .findFirst()
                .flatMap((Relayed each) -> documents
                        .content(each.document(), each.owner())
                        .map(content -> new File(each.name(), content::transferTo)));
    }
}
