package org.convergence.plan.preparation.web;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.actionplan.ActionPlanPermissions;
import org.convergence.plan.actionplan.ActionState;
import org.convergence.plan.actionplan.LineSetAside;
import org.convergence.plan.actionplan.PlanProgress.ActionProgress;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormValues;
import org.convergence.platform.shell.Option;
import org.convergence.platform.text.Words;

/** The fields that set several actions aside: for each, its state and its reason. */
final class SetAsideForm {

    private static final String STATE = "state";
    private static final String REASON = "reason";
    private static final int LONGEST_REASON = 2_000;

    private SetAsideForm() {}

    static String name(String field, UUID action) {
        return field + "-" + action;
    }

    /** A reason proposed for an action; no state is chosen for anyone. */
    static void propose(Form form, ActionProgress action, String reason) {
        UUID id = action.line().id().value();
        form.with(name(STATE, id), "").with(name(REASON, id), reason);
        form.with(name(STATE, action.line().means().value()), "");
    }

    /**
     * The states offered: an action stays as it is, or is set aside. Dropping it amends the plan.
     *
     * @param stays message key of the first
     */
    static List<Option> states(String stays, Words t) {
        boolean amends = CurrentActor.get().may(ActionPlanPermissions.AMEND);
        return Stream.concat(
                        Stream.of(new Option("", t.say(stays))),
                        Stream.of(ActionState.values())
                                .filter(state -> state.isSetAside() && (amends || state != ActionState.DROPPED))
                                .map(state -> Option.of(state, t.say("actionplan.state." + state.name()))))
                .toList();
    }

    /**
     * The actions for which a state was chosen, by itself or for all of their means; a missing reason is told at its
     * field.
     */
    static List<LineSetAside> read(Form form, FormValues answers, List<ActionProgress> actions) {
        List<LineSetAside> chosen = new ArrayList<>();
        for (ActionProgress action : actions) {
            ActionId id = action.line().id();
            UUID means = action.line().means().value();
            ActionState state = answers.optionalChoice(name(STATE, id.value()), ActionState.class);
            String reason = answers.optionalText(name(REASON, id.value()), LONGEST_REASON);
            if (state == null) {
                state = answers.optionalChoice(name(STATE, means), ActionState.class);
                String shared = answers.optionalText(name(REASON, means), LONGEST_REASON);
                reason = shared == null ? reason : shared;
            }
            if (state == null) {
                continue;
            }
            if (!state.isSetAside()) {
                form.reject(name(STATE, id.value()), "shell.form.choice");
            } else if (reason == null) {
                form.reject(name(REASON, id.value()), "actionplan.refused.state-without-reason");
            } else {
                chosen.add(new LineSetAside(id, state, reason));
            }
        }
        return chosen;
    }
}
