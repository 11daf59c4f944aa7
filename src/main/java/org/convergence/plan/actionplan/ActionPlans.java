package org.convergence.plan.actionplan;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The action plans, for the modules above. */
public interface ActionPlans {

    /** Keeps a blueprint as a draft. */
    PlanId draftFrom(PlanBlueprint blueprint);

    /** All plans, the latest period first. */
    List<PlanSummary> all();

    /** The plans in force today, those of one year first: what one works on. */
    List<PlanSummary> inForce();

    /** The plan that one opens first: the annual one in force, else any in force, else the last that was, else the latest. */
    Optional<PlanSummary> current();

    /** The lines of the plans in their order: actions, each followed by its sub-actions; dropped ones too. */
    List<PlanLine> lines(Collection<PlanId> plans);

    /** The means of the plans in their order; dropped ones too. */
    List<MeansLine> means(Collection<PlanId> plans);

    /** The lines of these ids; those that are gone are left out. */
    Map<ActionId, PlanLine> linesOf(Collection<ActionId> ids);

    /** The targets of these lines; those without one are left out. */
    Map<ActionId, Target> targetsOf(Collection<ActionId> ids);

    /** What the actions of the plans that are neither done nor set aside still ask, in the plans' order. */
    List<PlannedWork> work(Collection<PlanId> plans);

    /** The whole plan as it stands. */
    PlanTree tree(PlanId plan);

    /** How far the plan is today. */
    PlanProgress progress(PlanId plan);
}
