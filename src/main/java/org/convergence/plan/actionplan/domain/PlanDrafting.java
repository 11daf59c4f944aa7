package org.convergence.plan.actionplan.domain;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.convergence.plan.actionplan.ActionPlanPermissions;
import org.convergence.plan.actionplan.Level;
import org.convergence.plan.actionplan.PlanBlueprint;
import org.convergence.plan.actionplan.PlanId;
import org.convergence.plan.actionplan.PlanStatus;
import org.convergence.plan.actionplan.Wording;
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
public class PlanDrafting {

    private final LineStore store;
    private final LineEditing editing;
    private final LineMoves moves;
    private final OrganisationSettings settings;
    private final Clock clock;

    PlanDrafting(LineStore store, LineEditing editing, LineMoves moves, OrganisationSettings settings, Clock clock) {
        this.store = store;
        this.editing = editing;
        this.moves = moves;
        this.settings = settings;
        this.clock = clock;
    }

    /** Creates an empty draft. */
    public PlanId begin(Wording.OfPlan facts) {
        Plan plan = Plan.draft(Ids.next(), facts, clock.instant());
        store.insertAll(List.of(plan));
        return plan.typedId();
    }

    /** Stores a whole blueprint as a draft, in order. */
    public PlanId draftFrom(PlanBlueprint blueprint) {
        var draft = new DraftMaking(blueprint, clock, settings.today());
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
    public void change(PlanId id, int version, Wording.OfPlan facts) {
        Plan plan = requireDraft(store.plan(id, version));
        store.update(plan.worded(facts));
    }

    /** Replaces the wording of a line. */
    public void reword(PlanId plan, UUID line, int version, Wording words) {
        draft(plan);
        moves.within(plan, words.level(), line);
        editing.reword(line, version, words);
    }

    /** Adds a line. */
    public UUID add(PlanId plan, Place place, Wording words) {
        draft(plan);
        return editing.add(plan, place, words).line();
    }

    /** Moves a line among its siblings or under another. */
    public void move(PlanId plan, Level level, UUID line, Place place) {
        draft(plan);
        moves.within(plan, level, line);
        moves.move(level, line, place);
    }

    /** Moves a line one step up (-1) or down (1) among its siblings. */
    public void shift(PlanId plan, Level level, UUID line, int by) {
        draft(plan);
        moves.within(plan, level, line);
        moves.shift(level, line, by);
    }

    /**
     * Deletes a line and its sub-lines from the draft.
     *
     * @throws Refused if something refers to them
     */
    public void remove(PlanId plan, Level level, UUID line) {
        draft(plan);
        moves.within(plan, level, line);
        try {
            store.delete(store.line(level, line));
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
        draft(id);
        try {
            store.delete(id);
        } catch (DataIntegrityViolationException pointedTo) {
            throw new Refused("actionplan.refused.used");
        }
    }

    private void draft(PlanId id) {
        requireDraft(store.heldPlan(id));
    }

    private static Plan requireDraft(Plan plan) {
        if (plan.status() != PlanStatus.DRAFT) {
            throw new Refused("actionplan.refused.not-draft");
        }
        return plan;
    }
}
