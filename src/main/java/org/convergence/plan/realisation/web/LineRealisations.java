package org.convergence.plan.realisation.web;

import java.util.Optional;
import org.convergence.plan.actionplan.LineSection;
import org.convergence.plan.actionplan.PlanLine;
import org.convergence.plan.realisation.FactsQuery;
import org.convergence.plan.realisation.RealisationFacts;
import org.convergence.plan.realisation.RealisationPermissions;
import org.convergence.plan.realisation.domain.RealisationFilter;
import org.convergence.plan.realisation.domain.RealisationList;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.shell.Parts;
import org.convergence.platform.text.Words;
import org.springframework.stereotype.Component;

/** The realisations of a line of the plan, on its page: figures, the latest, and « C'est fait ». */
@Component
class LineRealisations implements LineSection {

    private final RealisationList list;
    private final RealisationFacts facts;
    private final Parts parts;

    LineRealisations(RealisationList list, RealisationFacts facts, Parts parts) {
        this.list = list;
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
    public Optional<Section> show(PlanLine line, Words t) {
        var filter = new RealisationFilter("", null, null, line.id(), null, null, null, null, null);
        String id = line.id().value().toString();
        boolean records = CurrentActor.get().may(RealisationPermissions.RECORD) && !line.dropped();
        LinePart part = LinePart.of(
                list.latest(filter, LinePart.SHOWN + 1),
                facts.figures(FactsQuery.ever().serving(line.id())),
                RealisationPage.LIST + "?action=" + id,
                records ? RealisationPage.LIST + "/new?action=" + id + "&from=/plan/actionplan/action/" + id : null,
                t);
        return Optional.of(new Section(t.say("realisation.list"), parts.of("plan/realisation/line-part", t, part)));
    }
}
