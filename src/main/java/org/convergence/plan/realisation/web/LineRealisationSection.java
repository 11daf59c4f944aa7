package org.convergence.plan.realisation.web;

import java.util.Optional;
import org.convergence.plan.actionplan.LineSection;
import org.convergence.plan.actionplan.PlanLine;
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

/** The realisations of a line of the plan, on its page: figures, the latest, and « C'est fait ». */
@Component
class LineRealisationSection implements LineSection {

    private final RealisationListQueries realisationListQueries;
    private final RealisationFacts facts;
    private final PageParts parts;

    LineRealisationSection(RealisationListQueries realisationListQueries, RealisationFacts facts, PageParts parts) {
        this.realisationListQueries = realisationListQueries;
        this.facts = facts;
        this.parts = parts;
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public String permission() {
        return RealisationPermissions.READ;
    }

    @Override
    public Optional<SectionContent> show(PlanLine line, Words t) {
        String id = line.id().value().toString();
        boolean records = CurrentActor.get().may(RealisationPermissions.RECORD) && !line.dropped();
        RealisationSummaryPart part = RealisationSummaryPart.of(
                realisationListQueries.findLatest(
                        RealisationFilter.serving(line.id()), RealisationSummaryPart.SHOWN + 1),
                facts.figures(FactsQuery.all().serving(line.id())),
                RealisationPage.LIST + "?action=" + id,
                records ? RealisationPage.LIST + "/new?action=" + id + "&from=/plan/actionplan/action/" + id : null,
                t);
        return Optional.of(
                new SectionContent(t.say("realisation.list"), parts.render("plan/realisation/line-part", t, part)));
    }
}
