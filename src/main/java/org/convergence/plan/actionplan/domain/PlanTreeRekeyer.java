package org.convergence.plan.actionplan.domain;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.convergence.plan.actionplan.PlanTree;

/** A plan with the ids of the plan that it continues, so that two plans compare as two versions of one. */
final class PlanTreeRekeyer {

    private final Map<UUID, UUID> earlier;

    private PlanTreeRekeyer(Map<UUID, UUID> earlier) {
        this.earlier = earlier;
    }

    static PlanTree rekey(PlanTree tree, UUID plan, Map<UUID, UUID> earlier) {
        var keys = new PlanTreeRekeyer(earlier);
        return new PlanTree(
                plan,
                tree.title(),
                tree.kind(),
                tree.status(),
                tree.from(),
                tree.to(),
                tree.sections().stream()
                        .map(each ->
                                new PlanTree.SectionNode(keys.id(each.id()), each.kind(), each.title(), each.text()))
                        .toList(),
                tree.objectives().stream().map(keys::objective).toList());
    }

    private PlanTree.ObjectiveNode objective(PlanTree.ObjectiveNode each) {
        return new PlanTree.ObjectiveNode(
                id(each.id()),
                each.code(),
                each.title(),
                each.text(),
                each.means().stream().map(this::means).toList());
    }

    private PlanTree.MeansNode means(PlanTree.MeansNode each) {
        return new PlanTree.MeansNode(
                id(each.id()), each.code(), each.title(), each.text(), each.area(), actions(each.actions()));
    }

    private List<PlanTree.ActionNode> actions(List<PlanTree.ActionNode> actions) {
        return actions.stream()
                .map(each -> new PlanTree.ActionNode(
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
