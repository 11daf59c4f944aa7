package org.convergence.plan.actionplan.web;

import java.util.List;
import java.util.Optional;
import org.convergence.plan.actionplan.ActionPlanPermissions;
import org.convergence.plan.actionplan.LineSection;
import org.convergence.plan.actionplan.PlanLine;
import org.convergence.plan.actionplan.domain.LineLinkQueries;
import org.convergence.plan.actionplan.domain.LineLinkQueries.LinkedLine;
import org.convergence.plan.actionplan.web.ActionPage.LineLinksPart;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.shell.PageParts;
import org.convergence.platform.text.Words;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The section of a line's page with its links to lines of other plans. */
@Component
@Order(30)
@Requires(ActionPlanPermissions.READ)
record LineLinksSection(LineLinkQueries links, PageParts parts) implements LineSection {

    @Override
    public Optional<SectionContent> show(PlanLine line, Words t) {
        List<LinkedLine> linked = links.findLinks(line.id());
        boolean possible = links.existForPlan(line.plan());
        if (linked.isEmpty() && !possible) {
            return Optional.empty();
        }
        boolean changes = possible && CurrentActor.get().may(ActionPlanPermissions.FOLLOW_UP);
        var part = new LineLinksPart(
                rows(linked, false, t),
                LineContributions.format(
                        linked.stream().filter(LinkedLine::contributes).map(LinkedLine::action), t),
                rows(linked, true, t),
                changes ? "/plan/actionplan/action/" + line.id().value() + "/links" : null);
        return Optional.of(
                new SectionContent(t.say("actionplan.links"), parts.render("plan/actionplan/links-part", t, part)));
    }

    private static List<LineLinksPart.LinkedLineRow> rows(List<LinkedLine> linked, boolean contributors, Words t) {
        return linked.stream()
                .filter(each -> each.contributes() == contributors)
                .map(each -> new LineLinksPart.LinkedLineRow(
                        each.line().label(),
                        "/plan/actionplan/action/" + each.line().id().value(),
                        each.plan().facts().title(),
                        PlanFormatter.tone(each.action().state()),
                        each.plan().isDraft()
                                ? null
                                : PlanFormatter.state(each.action().state(), t)))
                .toList();
    }
}
