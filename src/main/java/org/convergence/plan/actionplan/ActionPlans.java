package org.convergence.plan.actionplan;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The action plans, for the modules in higher layers. */
public interface ActionPlans {

    /** Stores a blueprint as a draft. */
    PlanId draftFrom(PlanBlueprint blueprint);

    /** All plans, the latest period first. */
    List<PlanSummary> findAll();

    /** The plans for which facts are recorded today: those in force, then those that ended lately and are not closed. */
    List<PlanSummary> findRecordable();

    /** The plans in force today, annual plans first. */
    List<PlanSummary> findInForce();

    /**
     * The plan to open by default: the annual one in force, else the annual one that ended lately and is not
     * closed, else any in force, else the last that began, else the
     * latest.
     */
    Optional<PlanSummary> findCurrent();

    /** The lines of the plans in order, each action followed by its sub-actions; dropped lines are included. */
    List<PlanLine> findLines(Collection<PlanId> plans);

    /** The means of the plans in order; dropped means are included. */
    List<MeansLine> findMeans(Collection<PlanId> plans);

    /** The lines with these ids; missing ids are left out. */
    Map<ActionId, PlanLine> findLinesById(Collection<ActionId> ids);

    /** The targets of these lines; lines without a target are left out. */
    Map<ActionId, ActionTarget> findTargetsById(Collection<ActionId> ids);

    /** The work left in the plans, in their order: actions neither done nor set aside. */
    List<PlannedWork> findPlannedWork(Collection<PlanId> plans);

    /** The whole plan in its current state. */
    PlanTree tree(PlanId plan);

    /** The progress of the plan today. */
    PlanProgress progress(PlanId plan);

    /**
     * The work left in an action that is not done. If some sub-actions have an effort, they replace their action.
     *
     * @param effort {@code null} if not set
     * @param from first day of its window, else of its plan
     * @param to last day of its window, else of its plan
     * @param timesPerYear its rhythm, {@code null} for none
     * @param steps the days of its rhythm, from today to its end
     * @param responsible a person of the directory, {@code null} for none
     */
    public record PlannedWork(
            PlanLine line,
            ActionState state,
            @Nullable EffortSize effort,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable Integer timesPerYear,
            List<LocalDate> steps,
            @Nullable UUID responsible) {

        public PlannedWork {
            steps = List.copyOf(steps);
        }
    }
}
