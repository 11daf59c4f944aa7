package org.convergence.plan.actionplan.domain;

import java.util.List;
import java.util.UUID;
import org.convergence.plan.actionplan.Area;
import org.convergence.plan.actionplan.LineWording;
import org.convergence.plan.actionplan.PlanTree;
import org.jspecify.annotations.Nullable;

/** Assembles a plan's lines as a tree, without dropped lines. */
final class PlanTreeAssembler {

    private PlanTreeAssembler() {}

    static PlanTree assemble(PlanContents contents, List<PlanTree.SectionNode> sections) {
        PlanHeader header = contents.header();
        return new PlanTree(
                header.id().value(),
                header.facts().title(),
                header.facts().kind(),
                header.status(),
                header.facts().from(),
                header.facts().to(),
                sections,
                contents.objectives().stream()
                        .filter(each -> each.droppedOn() == null)
                        .map(each -> objective(each, contents))
                        .toList());
    }

    private static PlanTree.ObjectiveNode objective(Objective each, PlanContents contents) {
        return new PlanTree.ObjectiveNode(
                each.id(),
                each.code(),
                each.title(),
                each.text(),
                contents.meansOf(each).stream()
                        .filter(means -> means.droppedOn() == null)
                        .map(means -> means(means, contents))
                        .toList());
    }

    private static PlanTree.MeansNode means(Means each, PlanContents contents) {
        return new PlanTree.MeansNode(
                each.id(),
                each.code(),
                each.title(),
                each.text(),
                each.area(),
                actions(contents.actionsOf(each), each.area(), contents));
    }

    private static List<PlanTree.ActionNode> actions(
            List<PlanContents.ActionEntry> entries, @Nullable Area area, PlanContents contents) {
        return entries.stream()
                .filter(entry -> entry.action().droppedOn() == null)
                .map(entry -> action(
                        entry.action().id(),
                        entry.action().wording(),
                        area,
                        entry.action().parent() == null ? actions(contents.partsOf(entry), area, contents) : List.of()))
                .toList();
    }

    private static PlanTree.ActionNode action(
            UUID id, LineWording.ActionWording words, @Nullable Area area, List<PlanTree.ActionNode> parts) {
        return new PlanTree.ActionNode(
                id,
                words.code(),
                words.title(),
                words.text(),
                area,
                words.commitment(),
                words.conditions(),
                words.target(),
                parts);
    }
}
