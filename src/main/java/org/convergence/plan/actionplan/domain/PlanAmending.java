package org.convergence.plan.actionplan.domain;

import java.util.UUID;
import org.convergence.plan.actionplan.ActionPlanPermissions;
import org.convergence.plan.actionplan.Level;
import org.convergence.plan.actionplan.PlanId;
import org.convergence.plan.actionplan.PlanStatus;
import org.convergence.plan.actionplan.Wording;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.Json;
import org.convergence.platform.database.Refused;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Changes adopted plans, each change with a date and a reason (R-AMEND-1). The adopted text is kept separately.
 *
 * <p>Every operation is refused if the plan is a draft or closed.
 */
@Service
@Transactional
@Requires(ActionPlanPermissions.AMEND)
public class PlanAmending {

    private final LineStore store;
    private final LineEditing editing;
    private final LineMoves moves;
    private final AmendmentBook book;

    PlanAmending(LineStore store, LineEditing editing, LineMoves moves, AmendmentBook book) {
        this.store = store;
        this.editing = editing;
        this.moves = moves;
        this.book = book;
    }

    /** Changes the plan's own facts. */
    public void change(PlanId plan, int version, Wording.OfPlan facts, AmendmentNote note) {
        Plan before = requireAdopted(store.plan(plan, version));
        if (facts.from() == null || facts.to() == null) {
            throw new Refused("actionplan.refused.no-period");
        }
        Plan after = before.worded(facts);
        store.update(after);
        var revision = new Revision(
                Level.PLAN,
                plan.value(),
                before.title(),
                before.wording().changesTo(facts),
                Json.of(before.wording()),
                Json.of(facts));
        book.keep(plan, revision, note);
    }

    /** Replaces the wording of a line. */
    public void reword(PlanId plan, UUID line, int version, Wording words, AmendmentNote note) {
        adopted(plan);
        moves.within(plan, words.level(), line);
        book.keep(plan, editing.reword(line, version, words), note);
    }

    /** Adds a line. */
    public UUID add(PlanId plan, Place place, Wording words, AmendmentNote note) {
        adopted(plan);
        Revision revision = editing.add(plan, place, words);
        book.keep(plan, revision, note);
        return revision.line();
    }

    /** Moves a line. */
    public void move(PlanId plan, Level level, UUID line, Place place, AmendmentNote note) {
        adopted(plan);
        moves.within(plan, level, line);
        book.keep(plan, moves.move(level, line, place), note);
    }

    /** Drops a line and its sub-lines; their realisations stay. */
    public void drop(PlanId plan, Level level, UUID line, AmendmentNote note) {
        adopted(plan);
        moves.within(plan, level, line);
        book.keep(plan, editing.drop(level, line, note.decidedOn(), note.reason()), note);
    }

    /** Restores a dropped line. */
    public void restore(PlanId plan, Level level, UUID line, AmendmentNote note) {
        adopted(plan);
        moves.within(plan, level, line);
        book.keep(plan, editing.restore(level, line), note);
    }

    private void adopted(PlanId id) {
        requireAdopted(store.heldPlan(id));
    }

    private static Plan requireAdopted(Plan plan) {
        if (plan.status() != PlanStatus.ADOPTED) {
            throw new Refused(
                    plan.status() == PlanStatus.CLOSED ? "actionplan.refused.closed" : "actionplan.refused.draft");
        }
        return plan;
    }
}
