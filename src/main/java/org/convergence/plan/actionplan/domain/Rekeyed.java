package org.convergence.plan.actionplan.domain;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.convergence.plan.actionplan.PlanTree;

/** A plan with the ids of the plan that it continues, so that two plans compare as two versions of one. */
final class Rekeyed {

    private final Map<UUID, UUID> earlier;

    private Rekeyed(Map<UUID, UUID> earlier) {
        this.earlier = earlier;
    }

    static PlanTree of(PlanTree tree, UUID plan, Map<UUID, UUID> earlier) {
        var keys = new Rekeyed(earlier);
        return new PlanTree(
                plan,
                tree.title(),
                tree.kind(),
                tree.status(),
                tree.from(),
                tree.to(),
                tree.sections().stream()
                        .map(each -> new PlanTree.Section(keys.id(each.id()), each.kind(), each.title(), each.text()))
                        .toList(),
                tree.objectives().stream().map(keys::objective).toList());
    }

    private PlanTree.Objective objective(PlanTree.Objective each) {
        return new PlanTree.Objective(
                id(each.id()),
                each.code(),
                each.title(),
                each.text(),
                each.means().stream().map(this::means).toList());
    }

    private PlanTree.Means means(PlanTree.Means each) {
        return new PlanTree.Means(
                id(each.id()), each.code(), each.title(), each.text(), each.area(), actions(each.actions()));
    }

    private List<PlanTree.Action> actions(List<PlanTree.Action> actions) {
        return actions.stream()
                .map(each -> new PlanTree.Action(
                        id(each.id()),
                        each.code(),
                        each.title(),
                        each.text(),
                        each.area(),
                        each.commitment(),
                        each.conditions(),
                        each.target(),
                        actions(each.subActions())))
                .toList();
    }

    private UUID id(UUID now) {
        return earlier.getOrDefault(now, now);
    }
}
