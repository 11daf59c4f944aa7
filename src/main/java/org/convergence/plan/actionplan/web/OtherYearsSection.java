package org.convergence.plan.actionplan.web;

import java.util.List;
import java.util.Optional;
import org.convergence.plan.actionplan.ActionPlanPermissions;
import org.convergence.plan.actionplan.LineSection;
import org.convergence.plan.actionplan.PlanLine;
import org.convergence.plan.actionplan.domain.OtherYearsQueries;
import org.convergence.plan.actionplan.domain.OtherYearsQueries.LineInOtherYear;
import org.convergence.plan.actionplan.web.ActionPage.OtherYearsPart;
import org.convergence.platform.access.Requires;
import org.convergence.platform.shell.PageParts;
import org.convergence.platform.text.Words;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The section of a line's page with its versions in earlier and later plans. */
@Component
@Order(40)
@Requires(ActionPlanPermissions.READ)
record OtherYearsSection(OtherYearsQueries otherYearsQueries, PageParts parts) implements LineSection {

    @Override
    public Optional<SectionContent> show(PlanLine line, Words t) {
        List<LineInOtherYear> years = otherYearsQueries.findByAction(line.id());
        if (years.isEmpty()) {
            return Optional.empty();
        }
        List<OtherYearsPart.OtherYearRow> rows = years.stream()
                .map(year -> new OtherYearsPart.OtherYearRow(
                        year.plan().title(),
                        year.line().text(),
                        "/plan/actionplan/action/" + year.line().id().value(),
                        year.done() == 0
                                ? t.say("actionplan.years.nothing")
                                : t.say("actionplan.years.done", year.done(), t.hours(year.hours()))))
                .toList();
        return Optional.of(new SectionContent(
                t.say("actionplan.years"), parts.render("plan/actionplan/years-part", t, new OtherYearsPart(rows))));
    }
}
