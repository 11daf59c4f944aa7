package org.convergence.plan.time.web;

import java.util.List;
import java.util.Optional;
import org.convergence.plan.actionplan.LineSection;
import org.convergence.plan.actionplan.PlanLine;
import org.convergence.plan.realisation.FactsQuery;
import org.convergence.plan.realisation.RealisationFacts;
import org.convergence.plan.realisation.RealisationPermissions;
import org.convergence.plan.time.EnteredHours;
import org.convergence.plan.time.LineHours;
import org.convergence.platform.shell.Parts;
import org.convergence.platform.text.Words;
import org.springframework.stereotype.Component;

/** The hours of a line on its page. */
@Component
class LineHoursSection implements LineSection {

    private final EnteredHours entered;
    private final RealisationFacts facts;
    private final Parts parts;

    LineHoursSection(EnteredHours entered, RealisationFacts facts, Parts parts) {
        this.entered = entered;
        this.facts = facts;
        this.parts = parts;
    }

    @Override
    public int order() {
        return 15;
    }

    @Override
    public String permission() {
        return RealisationPermissions.READ;
    }

    @Override
    public Optional<Section> show(PlanLine line, Words t) {
        LineHours hours = LineHours.of(
                entered.of(List.of(line.plan())).get(line.id()),
                facts.figures(FactsQuery.ever().serving(line.plan()).serving(line.id()))
                        .hours());
        return hours.hours().signum() == 0
                ? Optional.empty()
                : Optional.of(new Section(t.say("time.line-hours"), parts.of("plan/time/line-hours", t, hours)));
    }
}
