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
import org.convergence.platform.access.Requires;
import org.convergence.platform.shell.PageParts;
import org.convergence.platform.text.Words;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The hours of a line on its page. */
@Component
@Order(15)
@Requires(RealisationPermissions.READ)
record LineHoursSection(EnteredHours enteredHours, RealisationFacts facts, PageParts parts) implements LineSection {

    @Override
    public Optional<SectionContent> show(PlanLine line, Words t) {
        LineHours hours = LineHours.of(
                enteredHours.findByLine(List.of(line.plan())).get(line.id()),
                facts.figures(FactsQuery.all().serving(line.plan()).serving(line.id()))
                        .hours());
        return hours.hours().signum() == 0
                ? Optional.empty()
                : Optional.of(
                        new SectionContent(t.say("time.line-hours"), parts.render("plan/time/line-hours", t, hours)));
    }
}
