package org.convergence.plan.actionplan.domain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.convergence.plan.actionplan.Difference;
import org.convergence.plan.actionplan.Difference.Side;
import org.convergence.plan.actionplan.Level;
import org.convergence.plan.actionplan.PlanLine;
import org.convergence.plan.actionplan.PlanTree;
import org.jspecify.annotations.Nullable;

/** Compares two versions of one plan line by line, by id. */
final class Comparison {

    private final Map<UUID, Placed> lines = new LinkedHashMap<>();

    private Comparison(PlanTree tree) {
        tree.sections()
                .forEach(each -> put(each.id(), Level.SECTION, tree.id(), "", side(null, each.title(), each.text())));
        for (PlanTree.Objective objective : tree.objectives()) {
            put(
                    objective.id(),
                    Level.OBJECTIVE,
                    tree.id(),
                    "",
                    side(objective.code(), objective.title(), objective.text()));
            for (PlanTree.Means means : objective.means()) {
                String above = called(objective.code(), objective.title());
                put(means.id(), Level.MEANS, objective.id(), above, side(means.code(), means.title(), means.text()));
                means.actions().forEach(each -> put(each, means.id(), called(means.code(), means.title())));
            }
        }
    }

    /** The lines that differ, in the current order, dropped ones at the end. */
    static List<Difference> between(PlanTree adopted, PlanTree now) {
        Map<UUID, Placed> before = new Comparison(adopted).lines;
        Map<UUID, Placed> after = new Comparison(now).lines;
        List<Difference> differences = new ArrayList<>();
        after.forEach((id, line) -> {
            Placed was = before.get(id);
            if (was == null) {
                differences.add(new Difference(line.level, id, line.place, null, line.side, false));
            } else if (!was.side.equals(line.side) || !was.above.equals(line.above)) {
                boolean moved = !was.above.equals(line.above);
                differences.add(new Difference(line.level, id, line.place, was.side, line.side, moved));
            }
        });
        before.forEach((id, line) -> {
            if (!after.containsKey(id)) {
                differences.add(new Difference(line.level, id, line.place, line.side, null, false));
            }
        });
        return differences;
    }

    /** All lines of a plan in order, each as unchanged. */
    static List<Difference> lines(PlanTree tree) {
        List<Difference> all = new ArrayList<>();
        new Comparison(tree)
                .lines.forEach(
                        (id, line) -> all.add(new Difference(line.level, id, line.place, line.side, line.side, false)));
        return all;
    }

    private void put(PlanTree.Action action, UUID above, String place) {
        String title = Objects.requireNonNullElse(action.title(), "");
        var side = new Side(action.code(), title, action.text(), action.commitment(), action.target());
        put(action.id(), Level.ACTION, above, place, side);
        String own = called(action.code(), title.isEmpty() ? PlanLine.beginning(action.text()) : title);
        action.subActions().forEach(part -> put(part, action.id(), own));
    }

    private void put(UUID id, Level level, UUID above, String place, Side side) {
        lines.put(id, new Placed(level, above, place, side));
    }

    private static Side side(@Nullable String code, String title, String text) {
        return new Side(code, title, text, null, null);
    }

    private static String called(@Nullable String code, String title) {
        return code == null ? title : code + " · " + title;
    }

    private record Placed(Level level, UUID above, String place, Side side) {}
}
