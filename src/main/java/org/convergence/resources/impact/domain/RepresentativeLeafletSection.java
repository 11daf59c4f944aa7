package org.convergence.resources.impact.domain;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.representative.RepresentativeSection;
import org.convergence.platform.document.DocumentStorage;
import org.convergence.platform.text.Words;
import org.convergence.resources.impact.ImpactLeaflets;
import org.convergence.resources.impact.ImpactLeaflets.ImpactLeaflet;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The leaflets of an organisation, on the page it opens by its link. */
@Component
@Order(30)
record RepresentativeLeafletSection(ImpactLeaflets leaflets, DocumentStorage documents)
        implements RepresentativeSection {

    @Override
    public Optional<LinkPageSection> show(OrganisationId organisation, Words t) {
        List<LinkPageLine> lines = leaflets.documentsOf(organisation).stream()
                .map(each -> new LinkPageLine(
                        t.capital(t.period(each.from(), each.to())),
                        "PDF · " + t.capital(t.languageName(each.language())),
                        each.id().value()))
                .toList();
        return lines.isEmpty()
                ? Optional.empty()
                : Optional.of(new LinkPageSection(t.say("public.impact.part"), lines));
    }

    @Override
    public Optional<LinkPageFile> file(OrganisationId organisation, UUID id) {
        return leaflets.documentsOf(organisation).stream()
                .filter(each -> each.id().value().equals(id))
                .findFirst()
                .flatMap((ImpactLeaflet each) -> documents
                        .content(each.document(), each.owner())
                        .map(content -> new LinkPageFile(each.name(), content::transferTo)));
    }
}
