package org.convergence.cooperation.partner.web;

import java.util.Optional;
import org.convergence.cooperation.partner.PartnerPermissions;
import org.convergence.cooperation.partner.domain.PartnerQueries;
import org.convergence.cooperation.partner.domain.PartnerQueries.PartnerRow;
import org.convergence.directory.people.PageSection;
import org.convergence.directory.people.Party;
import org.convergence.directory.people.PartySection;
import org.convergence.platform.access.Requires;
import org.convergence.platform.shell.PageParts;
import org.convergence.platform.text.Words;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** « Coopération » on the page of a partner: who leads, since when it is silent, what is due both ways, projects. */
@Component
@Order(25)
@Requires(PartnerPermissions.READ)
record PartnerSection(PartnerQueries queries, PartnerPageAssembler pages, PageParts parts) implements PartySection {

    @Override
    public Optional<PageSection> show(Party party, Words t) {
        Optional<PartnerRow> partner = queries.findByParty(party);
        return partner.map(it -> new PageSection(
                t.say("partner.section"),
                parts.render("cooperation/partner/section", t, pages.assembleSummary(it, t))));
    }
}
