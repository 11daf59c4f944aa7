package org.convergence.plan.actionplan.web;

import java.util.List;
import org.convergence.plan.actionplan.ActionState;
import org.convergence.plan.actionplan.ActionTarget;
import org.convergence.plan.actionplan.Area;
import org.convergence.plan.actionplan.Commitment;
import org.convergence.plan.actionplan.EffortSize;
import org.convergence.plan.actionplan.PlanKind;
import org.convergence.plan.actionplan.SectionKind;
import org.convergence.plan.actionplan.TargetMeasure;
import org.convergence.platform.shell.Option;
import org.convergence.platform.text.Words;

/** The options in the forms of plans. */
public final class PlanFieldOptions {

    private PlanFieldOptions() {}

    public static List<Option> kinds(Words t) {
        return PlanForm.options(PlanKind.class, "actionplan.kind", t);
    }

    public static List<Option> sections(Words t) {
        return PlanForm.options(SectionKind.class, "actionplan.section", t);
    }

    public static List<Option> areas(Words t) {
        return PlanForm.options(Area.class, "actionplan.area", t);
    }

    public static List<Option> commitments(Words t) {
        return PlanForm.options(Commitment.class, "actionplan.commitment", t);
    }

    public static List<Option> measures(Words t) {
        return PlanForm.options(TargetMeasure.class, "actionplan.measure", t);
    }

    /** The kinds of realisations that a target may count. */
    public static List<Option> countedKinds(Words t) {
        return ActionTarget.KINDS.stream()
                .map(kind -> new Option(kind, t.capital(ActionTarget.kindName(kind, t))))
                .toList();
    }

    public static List<Option> efforts(Words t) {
        return PlanForm.options(EffortSize.class, "actionplan.effort", t);
    }

    /** The states that a person can set. */
    public static List<Option> manualStates(Words t) {
        return List.of(
                Option.of(ActionState.POSTPONED, t.say("actionplan.state.POSTPONED")),
                Option.of(ActionState.NO_REQUEST, t.say("actionplan.state.NO_REQUEST")));
    }

    /** Suggested rhythms, in words that {@link ActionFollowUpForm} reads. */
    public static List<String> rhythms(Words t) {
        return List.of(52, 26, 12, 6, 4, 3, 2, 1).stream()
                .map(times -> PlanFormatter.rhythm(times, t))
                .toList();
    }
}
