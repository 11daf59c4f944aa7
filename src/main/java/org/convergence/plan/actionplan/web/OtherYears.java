package org.convergence.plan.actionplan.web;

import java.util.List;
import java.util.Optional;
import org.convergence.plan.actionplan.ActionPlanPermissions;
import org.convergence.plan.actionplan.LineSection;
import org.convergence.plan.actionplan.PlanLine;
import org.convergence.plan.actionplan.domain.OtherYearsReading;
import org.convergence.plan.actionplan.domain.OtherYearsReading.Year;
import org.convergence.platform.shell.Parts;
import org.convergence.platform.text.Words;
import org.springframework.stereotype.Component;

/** The section of a line's page with its versions in earlier and later plans. */
@Component
class OtherYears implements LineSection {

    private final OtherYearsReading reading;
    private final Parts parts;

    OtherYears(OtherYearsReading reading, Parts parts) {
        this.reading = reading;
        this.parts = parts;
    }

    @Override
    public int order() {
        return 40;
    }

    @Override
    public String permission() {
        return ActionPlanPermissions.READ;
    }

    @Override
    public Optional<Section> show(PlanLine line, Words t) {
        List<Year> years = reading.of(line.id());
        if (years.isEmpty()) {
            return Optional.empty();
        }
        List<OtherYearsPart.Row> rows = years.stream()
                .map(year -> new OtherYearsPart.Row(
                        year.plan().title(),
                        year.line().text(),
                        "/plan/actionplan/action/" + year.line().id().value(),
                        year.done() == 0
                                ? t.say("actionplan.years.nothing")
                                : t.say("actionplan.years.done", year.done(), t.hours(year.hours()))))
                .toList();
        return Optional.of(new Section(
                t.say("actionplan.years"), parts.of("plan/actionplan/years-part", t, new OtherYearsPart(rows))));
    }
}
