package org.convergence.plan.report.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.convergence.plan.actionplan.ActionState;
import org.convergence.plan.actionplan.PlanProgress.ActionProgress;
import org.convergence.plan.report.domain.ReportContents.DelayedAction;
import org.jspecify.annotations.Nullable;

/**
 * The actions of a means that are late or wait for lack of means. A sub-action is listed only if its state differs from
 * its action's; an action late only because of its sub-actions is not listed, but these are.
 */
final class DelayedActionFinder {

    private DelayedActionFinder() {}

    /** @param explanations in the words of the report, by action */
    static List<DelayedAction> find(List<ActionProgress> actions, Map<UUID, String> explanations) {
        List<DelayedAction> standing = new ArrayList<>();
        for (ActionProgress action : actions) {
            if (!action.lateByParts()) {
                add(standing, action, null, explanations);
            }
            ActionState named = action.lateByParts() ? null : action.state();
            action.subActions().forEach(part -> add(standing, part, named, explanations));
        }
        return standing;
    }

    private static void add(
            List<DelayedAction> standing,
            ActionProgress action,
            @Nullable ActionState above,
            Map<UUID, String> explanations) {
        ActionState state = action.state();
        if ((state == ActionState.LATE || state == ActionState.POSTPONED) && state != above) {
            UUID id = action.line().id().value();
            String said = action.reason() == null ? "" : action.reason();
            standing.add(new DelayedAction(
                    id, action.line().title(), state, action.lateSince(), explanations.getOrDefault(id, said)));
        }
    }
}
