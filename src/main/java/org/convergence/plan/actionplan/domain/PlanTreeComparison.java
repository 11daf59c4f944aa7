package org.convergence.plan.actionplan.domain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.convergence.plan.actionplan.LineDifference;
import org.convergence.plan.actionplan.LineDifference.LineVersion;
import org.convergence.plan.actionplan.LineLevel;
import org.convergence.plan.actionplan.PlanLine;
import org.convergence.plan.actionplan.PlanTree;
import org.jspecify.annotations.Nullable;

/** Compares two versions of one plan line by line, by id. */
final class PlanTreeComparison {

    private final Map<UUID, PlacedLine> lines = new LinkedHashMap<>();

    private PlanTreeComparison(PlanTree tree) {
        tree.sections()
                .forEach(each ->
                        put(each.id(), LineLevel.SECTION, tree.id(), "", side(null, each.title(), each.text())));
        for (PlanTree.ObjectiveNode objective : tree.objectives()) {
            put(
                    objective.id(),
                    LineLevel.OBJECTIVE,
                    tree.id(),
                    "",
                    side(objective.code(), objective.title(), objective.text()));
            for (PlanTree.MeansNode means : objective.means()) {
                String above = labelOf(objective.code(), objective.title());
                put(
                        means.id(),
                        LineLevel.MEANS,
                        objective.id(),
                        above,
                        side(means.code(), means.title(), means.text()));
                means.actions().forEach(each -> put(each, means.id(), labelOf(means.code(), means.title())));
            }
        }
    }

    /** The lines that differ, in the current order, dropped ones at the end. */
    static List<LineDifference> between(PlanTree adopted, PlanTree now) {
        Map<UUID, PlacedLine> before = new PlanTreeComparison(adopted).lines;
        Map<UUID, PlacedLine> after = new PlanTreeComparison(now).lines;
        List<LineDifference> differences = new ArrayList<>();
        after.forEach((id, line) -> {
            PlacedLine was = before.get(id);
            if (was == null) {
                differences.add(new LineDifference(line.level, id, line.place, null, line.side, false));
            } else if (!was.side.equals(line.side) || !was.above.equals(line.above)) {
                boolean moved = !was.above.equals(line.above);
                differences.add(new LineDifference(line.level, id, line.place, was.side, line.side, moved));
            }
        });
        before.forEach((id, line) -> {
            if (!after.containsKey(id)) {
                differences.add(new LineDifference(line.level, id, line.place, line.side, null, false));
            }
        });
        return differences;
    }

    /** All lines of a plan in order, each as unchanged. */
    static List<LineDifference> lines(PlanTree tree) {
        List<LineDifference> all = new ArrayList<>();
        new PlanTreeComparison(tree)
                .lines.forEach((id, line) ->
                        all.add(new LineDifference(line.level, id, line.place, line.side, line.side, false)));
        return all;
    }

    private void put(PlanTree.ActionNode action, UUID above, String place) {
        String title = Objects.requireNonNullElse(action.title(), "");
        var side = new LineVersion(action.code(), title, action.text(), action.commitment(), action.target());
        put(action.id(), LineLevel.ACTION, above, place, side);
        String own = labelOf(action.code(), title.isEmpty() ? PlanLine.shorten(action.text()) : title);
        action.subActions().forEach(part -> put(part, action.id(), own));
    }

    private void put(UUID id, LineLevel level, UUID above, String place, LineVersion side) {
        lines.put(id, new PlacedLine(level, above, place, side));
    }

    private static LineVersion side(@Nullable String code, String title, String text) {
        return new LineVersion(code, title, text, null, null);
    }

    private static String labelOf(@Nullable String code, String title) {
        return code == null ? title : code + " · " + title;
    }

    private record PlacedLine(LineLevel level, UUID above, String place, LineVersion side) {}

    /** A plan with the ids of the plan that it continues, so that two plans compare as two versions of one. */
    static final class PlanTreeRekeyer {

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
                            .map(each -> new PlanTree.SectionNode(
                                    keys.id(each.id()), each.kind(), each.title(), each.text()))
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
}
