package org.convergence.plan.realisation.web;

import java.util.Optional;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.PageSection;
import org.convergence.directory.people.Party;
import org.convergence.directory.people.PartySection;
import org.convergence.plan.realisation.FactsQuery;
import org.convergence.plan.realisation.RealisationFacts;
import org.convergence.plan.realisation.RealisationPermissions;
import org.convergence.plan.realisation.domain.RealisationFilter;
import org.convergence.plan.realisation.domain.RealisationListQueries;
import org.convergence.plan.realisation.web.RealisationListPage.RealisationSummaryPart;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.shell.PageParts;
import org.convergence.platform.text.Words;
import org.springframework.stereotype.Component;

/** The realisations of an organisation, on its page: figures, the latest, and « C'est fait ». */
@Component
class OrganisationRealisationSection implements PartySection {

    private final RealisationListQueries realisationListQueries;
    private final RealisationFacts facts;
    private final PageParts parts;

    OrganisationRealisationSection(
            RealisationListQueries realisationListQueries, RealisationFacts facts, PageParts parts) {
        this.realisationListQueries = realisationListQueries;
        this.facts = facts;
        this.parts = parts;
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public String permission() {
        return RealisationPermissions.READ;
    }

    @Override
    public Optional<PageSection> show(Party party, Words t) {
        if (!(party instanceof OrganisationId organisation)) {
            return Optional.empty();
        }
        String id = organisation.value().toString();
        boolean records = CurrentActor.get().may(RealisationPermissions.RECORD);
        RealisationSummaryPart part = RealisationSummaryPart.of(
                realisationListQueries.findLatest(
                        RealisationFilter.withParticipant(organisation), RealisationSummaryPart.SHOWN + 1),
                facts.figures(FactsQuery.all().withParticipant(organisation)),
                RealisationPage.LIST + "?organisation=" + id,
                records
                        ? RealisationPage.LIST + "/new?organisation=" + id + "&from=/directory/people/organisations/"
                                + id
                        : null,
                t);
        return Optional.of(
                new PageSection(t.say("realisation.list"), parts.render("plan/realisation/line-part", t, part)));
    }
}
