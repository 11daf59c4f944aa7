package org.convergence.outreach.relay.web;

import java.util.List;
import java.util.Optional;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.representative.RepresentativeSection;
import org.convergence.outreach.relay.domain.RelayService;
import org.convergence.platform.text.Words;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What an organisation published of our kits, on the page it opens by its link. */
@Component
@Order(28)
record RepresentativeRelaySection(RelayService relays) implements RepresentativeSection {

    @Override
    public Optional<LinkPageSection> show(OrganisationId organisation, Words t) {
        List<LinkPageLine> lines = relays.findByOrganisation(organisation).stream()
                .filter(each -> each.state().isPublished())
                .map(each -> new LinkPageLine(each.title(), RelayKitController.detail(each, t), null))
                .toList();
        return lines.isEmpty() ? Optional.empty() : Optional.of(new LinkPageSection(t.say("public.relay.part"), lines));
    }
}
