package org.convergence.plan.actionplan.domain;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.convergence.plan.actionplan.ActionPlanPermissions;
import org.convergence.plan.actionplan.LineLevel;
import org.convergence.plan.actionplan.LineWording;
import org.convergence.plan.actionplan.LineWording.AmendmentChange;
import org.convergence.plan.actionplan.PlanAmended;
import org.convergence.plan.actionplan.PlanId;
import org.convergence.plan.actionplan.PlanStatus;
import org.convergence.plan.actionplan.domain.LineEditor.LineRevision;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.Ids;
import org.convergence.platform.database.Json;
import org.convergence.platform.database.Refused;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.text.TextShortener;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;
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
public class PlanAmendmentService {

    private final PlanLineRepository store;
    private final LineEditor lineEditor;
    private final LineMover lineMover;
    private final ApplicationEventPublisher events;
    private final OrganisationSettings settings;
    private final Clock clock;

    PlanAmendmentService(
            PlanLineRepository store,
            LineEditor lineEditor,
            LineMover lineMover,
            ApplicationEventPublisher events,
            OrganisationSettings settings,
            Clock clock) {
        this.store = store;
        this.lineEditor = lineEditor;
        this.lineMover = lineMover;
        this.events = events;
        this.settings = settings;
        this.clock = clock;
    }

    /** Changes the plan's own facts. */
    public void updateFacts(PlanId plan, int version, LineWording.PlanWording facts, AmendmentNote note) {
        Plan before = requireAdopted(store.findPlan(plan, version));
        if (facts.from() == null || facts.to() == null) {
            throw new Refused("actionplan.refused.no-period");
        }
        Plan after = before.withWording(facts);
        store.update(after);
        var revision = new LineRevision(
                LineLevel.PLAN,
                plan.value(),
                before.title(),
                before.wording().changesTo(facts),
                Json.of(before.wording()),
                Json.of(facts));
        record(plan, revision, note);
    }

    /** Replaces the wording of a line. */
    public void reword(PlanId plan, UUID line, int version, LineWording words, AmendmentNote note) {
        lockAdopted(plan);
        lineMover.requireInPlan(plan, words.level(), line);
        record(plan, lineEditor.reword(line, version, words), note);
    }

    /** Adds a line. */
    public UUID add(PlanId plan, LinePosition place, LineWording words, AmendmentNote note) {
        lockAdopted(plan);
        LineRevision revision = lineEditor.add(plan, place, words);
        record(plan, revision, note);
        return revision.line();
    }

    /** Moves a line. */
    public void move(PlanId plan, LineLevel level, UUID line, LinePosition place, AmendmentNote note) {
        lockAdopted(plan);
        lineMover.requireInPlan(plan, level, line);
        record(plan, lineMover.move(level, line, place), note);
    }

    /** Drops a line and its sub-lines; their realisations stay. */
    public void drop(PlanId plan, LineLevel level, UUID line, AmendmentNote note) {
        lockAdopted(plan);
        lineMover.requireInPlan(plan, level, line);
        record(plan, lineEditor.drop(level, line, note.decidedOn(), note.reason()), note);
    }

    /** Restores a dropped line. */
    public void restore(PlanId plan, LineLevel level, UUID line, AmendmentNote note) {
        lockAdopted(plan);
        lineMover.requireInPlan(plan, level, line);
        record(plan, lineEditor.restore(level, line), note);
    }

    private void lockAdopted(PlanId id) {
        requireAdopted(store.lockPlan(id));
    }

    private static Plan requireAdopted(Plan plan) {
        if (plan.status() != PlanStatus.ADOPTED) {
            throw new Refused(
                    plan.status() == PlanStatus.CLOSED ? "actionplan.refused.closed" : "actionplan.refused.draft");
        }
        return plan;
    }

    /**
     * Records a revision with its note, unless it changes nothing that was adopted.
     *
     * @throws Refused if the decision date is in the future
     */
    private void record(PlanId plan, LineRevision revision, AmendmentNote note) {
        if (note.decidedOn().isAfter(settings.today())) {
            throw new Refused("actionplan.refused.decided-in-future");
        }
        if (revision.changes().isEmpty()) {
            return;
        }
        var amendment = new Amendment(
                Ids.next(),
                plan,
                note.decidedOn(),
                note.reason(),
                note.number(),
                clock.instant(),
                revision.level(),
                revision.line(),
                revision.changes().stream().sorted().toList(),
                shortened(revision.label()),
                revision.before(),
                revision.after());
        store.insertAll(List.of(amendment));
        events.publishEvent(new PlanAmended(plan.value(), amendment.id(), note.decidedOn()));
    }

    private static String shortened(String label) {
        return TextShortener.shorten(label, 300);
    }

    /**
     * The note required with every change of an adopted plan.
     *
     * @param decidedOn date of the decision
     * @param reason why, at most 2,000 characters
     * @param number of the resolution, if there is one
     */
    public record AmendmentNote(
            LocalDate decidedOn, String reason, @Nullable String number) {}

    /** A recorded change of a line of an adopted plan. Never updated. */
    @Table(schema = "plan", value = "actionplan_amendment")
    record Amendment(
            @Id UUID id,
            PlanId plan,
            LocalDate decidedOn,
            String reason,
            @Nullable String number,
            Instant recordedAt,
            LineLevel level,
            UUID line,
            List<AmendmentChange> changes,
            String label,
            @Nullable Json before,
            @Nullable Json after) {}
}
