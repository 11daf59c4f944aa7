package org.convergence.plan.actionplan;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The action plans, for the modules in higher layers. */
public interface ActionPlans {

    /** Stores a blueprint as a draft. */
    PlanId draftFrom(PlanBlueprint blueprint);

    /** All plans, the latest period first. */
    List<PlanSummary> all();

    /** The plans in force today, annual plans first. */
    List<PlanSummary> inForce();

    /**
     * The plan to open by default: the annual one in force, else any in force, else the last that began, else the
     * latest.
     */
    Optional<PlanSummary> current();

    /** The lines of the plans in order, each action followed by its sub-actions; dropped lines are included. */
    List<PlanLine> lines(Collection<PlanId> plans);

    /** The means of the plans in order; dropped means are included. */
    List<MeansLine> means(Collection<PlanId> plans);

    /** The lines with these ids; missing ids are left out. */
    Map<ActionId, PlanLine> linesOf(Collection<ActionId> ids);

    /** The targets of these lines; lines without a target are left out. */
    Map<ActionId, Target> targetsOf(Collection<ActionId> ids);

    /** The work left in the plans, in their order: actions neither done nor set aside. */
    List<PlannedWork> work(Collection<PlanId> plans);

    /** The whole plan in its current state. */
    PlanTree tree(PlanId plan);

    /** The progress of the plan today. */
    PlanProgress progress(PlanId plan);
}
