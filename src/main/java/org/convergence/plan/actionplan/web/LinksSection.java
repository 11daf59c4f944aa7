package org.convergence.plan.actionplan.web;

import java.util.List;
import java.util.Optional;
import org.convergence.plan.actionplan.ActionPlanPermissions;
import org.convergence.plan.actionplan.LineSection;
import org.convergence.plan.actionplan.PlanLine;
import org.convergence.plan.actionplan.domain.LineLinks;
import org.convergence.plan.actionplan.domain.LineLinks.Linked;
import org.convergence.plan.actionplan.domain.LinkCandidates;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.shell.Parts;
import org.convergence.platform.text.Words;
import org.springframework.stereotype.Component;

/** The section of a line's page with its links to lines of other plans. */
@Component
class LinksSection implements LineSection {

    private final LineLinks links;
    private final LinkCandidates candidates;
    private final Parts parts;

    LinksSection(LineLinks links, LinkCandidates candidates, Parts parts) {
        this.links = links;
        this.candidates = candidates;
        this.parts = parts;
    }

    @Override
    public int order() {
        return 30;
    }

    @Override
    public String permission() {
        return ActionPlanPermissions.READ;
    }

    @Override
    public Optional<Section> show(PlanLine line, Words t) {
        List<Linked> linked = links.of(line.id());
        boolean possible = candidates.possible(line.plan());
        if (linked.isEmpty() && !possible) {
            return Optional.empty();
        }
        boolean changes = possible && CurrentActor.get().may(ActionPlanPermissions.FOLLOW_UP);
        var part = new LinksPart(
                rows(linked, false, t),
                Contributions.say(linked.stream().filter(Linked::contributes).map(Linked::action), t),
                rows(linked, true, t),
                changes ? "/plan/actionplan/action/" + line.id().value() + "/links" : null);
        return Optional.of(new Section(t.say("actionplan.links"), parts.of("plan/actionplan/links-part", t, part)));
    }

    private static List<LinksPart.Row> rows(List<Linked> linked, boolean contributors, Words t) {
        return linked.stream()
                .filter(each -> each.contributes() == contributors)
                .map(each -> new LinksPart.Row(
                        each.line().label(),
                        "/plan/actionplan/action/" + each.line().id().value(),
                        each.plan().facts().title(),
                        Saying.tone(each.action().state()),
                        each.plan().isDraft()
                                ? null
                                : Saying.state(each.action().state(), t)))
                .toList();
    }
}
