package org.convergence.example;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.actionplan.PlanId;
import org.convergence.plan.actionplan.PlanTree;

/**
 * One of the two years: its plan, and its lines by their names in the files ({@code 1.3/2/1} is the first part of the
 * second action of means 1.3).
 */
record ExampleYear(PlanId plan, LocalDate start, Map<String, ActionId> lines) {

    static ExampleYear of(PlanTree tree, LocalDate start) {
        Map<String, ActionId> lines = new HashMap<>();
        for (PlanTree.ObjectiveNode objective : tree.objectives()) {
            for (PlanTree.MeansNode means : objective.means()) {
                name(String.valueOf(means.code()), means.actions(), lines);
            }
        }
        return new ExampleYear(new PlanId(tree.id()), start, Map.copyOf(lines));
    }

    private static void name(String above, List<PlanTree.ActionNode> actions, Map<String, ActionId> lines) {
        int rank = 0;
        for (PlanTree.ActionNode action : actions) {
            String name = above + "/" + ++rank;
            lines.put(name, new ActionId(action.id()));
            name(name, action.subActions(), lines);
        }
    }

    ActionId line(String name) {
        return Objects.requireNonNull(lines.get(name), name);
    }

    Set<ActionId> lines(List<String> names) {
        return names.stream().map(this::line).collect(Collectors.toSet());
    }

    /** The last day of the plan. */
    LocalDate end() {
        return start.plusYears(1).minusDays(1);
    }
}
