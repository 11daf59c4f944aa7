package org.convergence.outreach.congress.web;

import java.util.Optional;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.PageSection;
import org.convergence.directory.people.Party;
import org.convergence.directory.people.PartySection;
import org.convergence.outreach.congress.CongressPermissions;
import org.convergence.outreach.congress.domain.GatheringService;
import org.convergence.outreach.congress.domain.GatheringService.GatheringFilter;
import org.convergence.outreach.congress.domain.PassportQueries;
import org.convergence.outreach.congress.domain.RepresentationService;
import org.convergence.outreach.congress.web.CongressPage.CongressPart;
import org.convergence.platform.access.Requires;
import org.convergence.platform.shell.PageParts;
import org.convergence.platform.text.Words;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Gatherings, representations and resolutions of an organisation, on its page. */
@Component
@Order(17)
@Requires(CongressPermissions.READ)
record CongressSection(
        GatheringService gatherings, RepresentationService representations, PassportQueries passports, PageParts parts)
        implements PartySection {

    private static final int SHOWN = 10;

    @Override
    public Optional<PageSection> show(Party party, Words t) {
        if (!(party instanceof OrganisationId organisation)) {
            return Optional.empty();
        }
        CongressPart part = new CongressPart(
                gatherings.findFirst(new GatheringFilter("", null, organisation, false), SHOWN),
                representations.findByOrganisation(organisation).stream()
                        .limit(SHOWN)
                        .toList(),
                passports.findPaths(organisation).stream().limit(SHOWN).toList());
        return part.gatherings().isEmpty()
                        && part.representations().isEmpty()
                        && part.paths().isEmpty()
                ? Optional.empty()
                : Optional.of(new PageSection(t.say("congress.part"), parts.render("outreach/congress/part", t, part)));
    }
}
