package org.convergence.outreach.relay.web;

import java.util.List;
import java.util.Optional;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.PageSection;
import org.convergence.directory.people.Party;
import org.convergence.directory.people.PartySection;
import org.convergence.outreach.relay.RelayPermissions;
import org.convergence.outreach.relay.domain.RelayService;
import org.convergence.outreach.relay.web.RelayPage.RelayPart;
import org.convergence.outreach.relay.web.RelayPage.RelayRow;
import org.convergence.platform.access.Requires;
import org.convergence.platform.shell.PageParts;
import org.convergence.platform.text.Words;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What an organisation relayed, on its own page. */
@Component
@Order(16)
@Requires(RelayPermissions.READ)
record RelaySection(RelayService relays, PageParts parts) implements PartySection {

    @Override
    public Optional<PageSection> show(Party party, Words t) {
        if (!(party instanceof OrganisationId organisation)) {
            return Optional.empty();
        }
        List<RelayRow> rows = relays.findByOrganisation(organisation).stream()
                .map(each -> RelayKitController.row(each, each.title(), t))
                .toList();
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(new PageSection(
                        t.say("relay.part"), parts.render("outreach/relay/part", t, new RelayPart(rows))));
    }
}
