package org.convergence.plan.actionplan.domain;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.convergence.plan.actionplan.ActionPlanPermissions;
import org.convergence.plan.actionplan.LineLevel;
import org.convergence.plan.actionplan.LineWording;
import org.convergence.plan.actionplan.PlanBlueprint;
import org.convergence.plan.actionplan.PlanId;
import org.convergence.plan.actionplan.PlanStatus;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.Ids;
import org.convergence.platform.database.Refused;
import org.convergence.platform.settings.OrganisationSettings;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Edits a plan while it is a draft: everything may change, without a reason. */
@Service
@Transactional
@Requires(ActionPlanPermissions.DRAFT)
public class PlanDraftService {

    private final PlanLineRepository store;
    private final LineEditor lineEditor;
    private final LineMover lineMover;
    private final OrganisationSettings settings;
    private final Clock clock;

    PlanDraftService(
            PlanLineRepository store,
            LineEditor lineEditor,
            LineMover lineMover,
            OrganisationSettings settings,
            Clock clock) {
        this.store = store;
        this.lineEditor = lineEditor;
        this.lineMover = lineMover;
        this.settings = settings;
        this.clock = clock;
    }

    /** Creates an empty draft. */
    public PlanId create(LineWording.PlanWording facts) {
        Plan plan = Plan.draft(Ids.next(), facts, clock.instant());
        store.insertAll(List.of(plan));
        return plan.typedId();
    }

    /** Stores a whole blueprint as a draft, in order. */
    public PlanId draftFrom(PlanBlueprint blueprint) {
        var draft = new PlanDraftRows(blueprint, clock, settings.today());
        store.insertAll(List.of(draft.plan));
        store.insertAll(draft.sections);
        store.insertAll(draft.objectives);
        store.insertAll(draft.means);
        store.insertAll(draft.actions);
        store.insertAll(draft.parts);
        store.insertAll(draft.followUps);
        return draft.plan.typedId();
    }

    /** Changes the plan's own facts. */
    public void updateFacts(PlanId id, int version, LineWording.PlanWording facts) {
        Plan plan = requireDraft(store.findPlan(id, version));
        store.update(plan.withWording(facts));
    }

    /** Replaces the wording of a line. */
    public void reword(PlanId plan, UUID line, int version, LineWording words) {
        lockDraft(plan);
        lineMover.requireInPlan(plan, words.level(), line);
        lineEditor.reword(line, version, words);
    }

    /** Adds a line. */
    public UUID add(PlanId plan, LinePosition place, LineWording words) {
        lockDraft(plan);
        return lineEditor.add(plan, place, words).line();
    }

    /** Moves a line among its siblings or under another. */
    public void move(PlanId plan, LineLevel level, UUID line, LinePosition place) {
        lockDraft(plan);
        lineMover.requireInPlan(plan, level, line);
        lineMover.move(level, line, place);
    }

    /** Moves a line one step up (-1) or down (1) among its siblings. */
    public void shift(PlanId plan, LineLevel level, UUID line, int by) {
        lockDraft(plan);
        lineMover.requireInPlan(plan, level, line);
        lineMover.shift(level, line, by);
    }

    /**
     * Deletes a line and its sub-lines from the draft.
     *
     * @throws Refused if something refers to them
     */
    public void remove(PlanId plan, LineLevel level, UUID line) {
        lockDraft(plan);
        lineMover.requireInPlan(plan, level, line);
        try {
            store.delete(store.findLine(level, line));
        } catch (DataIntegrityViolationException pointedTo) {
            throw new Refused("actionplan.refused.used");
        }
    }

    /**
     * Deletes a draft with its lines.
     *
     * @throws Refused if something refers to them
     */
    public void discard(PlanId id) {
        lockDraft(id);
        try {
            store.delete(id);
        } catch (DataIntegrityViolationException pointedTo) {
            throw new Refused("actionplan.refused.used");
        }
    }

    private void lockDraft(PlanId id) {
        requireDraft(store.lockPlan(id));
    }

    private static Plan requireDraft(Plan plan) {
        if (plan.status() != PlanStatus.DRAFT) {
            throw new Refused("actionplan.refused.not-draft");
        }
        return plan;
    }
}
