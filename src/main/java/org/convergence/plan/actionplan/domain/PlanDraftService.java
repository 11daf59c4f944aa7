package org.convergence.plan.actionplan.domain;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.actionplan.ActionPlanPermissions;
import org.convergence.plan.actionplan.LineLevel;
import org.convergence.plan.actionplan.LineWording;
import org.convergence.plan.actionplan.MeansId;
import org.convergence.plan.actionplan.ObjectiveId;
import org.convergence.plan.actionplan.PlanBlueprint;
import org.convergence.plan.actionplan.PlanId;
import org.convergence.plan.actionplan.PlanStatus;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.Ids;
import org.convergence.platform.database.Refused;
import org.convergence.platform.settings.OrganisationSettings;
import org.jspecify.annotations.Nullable;
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
        Plan plan = Plan.draft(Ids.next(), facts, clock.instant(), null);
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

    /** The rows of a draft made from a blueprint: lines in order, and the proposed follow-up. */
    static final class PlanDraftRows {

        final Plan plan;
        final List<PlanSection> sections = new ArrayList<>();
        final List<Objective> objectives = new ArrayList<>();
        final List<Means> means = new ArrayList<>();
        final List<Action> actions = new ArrayList<>();
        final List<Action> parts = new ArrayList<>();
        final List<ActionFollowUp> followUps = new ArrayList<>();

        private final PlanId id;
        private final LocalDate lastDay;
        private final LocalDate rhythmSince;

        PlanDraftRows(PlanBlueprint blueprint, Clock clock, LocalDate today) {
            LocalDate end = blueprint.to();
            this.lastDay = end != null && end.isBefore(today) ? end : today;
            LocalDate start = blueprint.from();
            this.rhythmSince = start != null && start.isAfter(today) ? start : today;
            var facts = new LineWording.PlanWording(
                    blueprint.title().strip(),
                    blueprint.kind(),
                    blueprint.from(),
                    blueprint.to(),
                    LineWording.PlanWording.USUAL_QUIET_WEEKS);
            plan = Plan.draft(Ids.next(), facts, clock.instant(), blueprint.adoption());
            id = plan.typedId();
            for (PlanBlueprint.BlueprintSection each : blueprint.sections()) {
                var words = new LineWording.SectionWording(
                        each.kind(), each.title().strip(), each.text().strip());
                sections.add(PlanSection.create(Ids.next(), id, next(sections), words));
            }
            blueprint.objectives().forEach(this::add);
        }

        private void add(PlanBlueprint.BlueprintObjective each) {
            var words = new LineWording.ObjectiveWording(
                    code(each.code()), each.title().strip(), each.text().strip());
            var objective = Objective.create(Ids.next(), id, next(objectives), words);
            objectives.add(objective);
            int position = 0;
            for (PlanBlueprint.BlueprintMeans below : each.means()) {
                position += LineOrder.GAP;
                add(below, new ObjectiveId(objective.id()), position);
            }
        }

        private void add(PlanBlueprint.BlueprintMeans each, ObjectiveId objective, int position) {
            var words = new LineWording.MeansWording(
                    code(each.code()), each.title().strip(), each.text().strip(), each.area());
            var row = Means.create(Ids.next(), id, objective, position, words);
            means.add(row);
            int place = 0;
            for (PlanBlueprint.BlueprintAction below : each.actions()) {
                place += LineOrder.GAP;
                add(below, new MeansId(row.id()), null, place);
            }
        }

        private void add(PlanBlueprint.BlueprintAction each, MeansId above, @Nullable ActionId parent, int position) {
            var words = new LineWording.ActionWording(
                    code(each.code()),
                    code(each.title()),
                    each.text().strip(),
                    each.commitment(),
                    each.conditions(),
                    null);
            UUID action = Ids.next();
            (parent == null ? actions : parts).add(Action.create(action, id, above, parent, position, words));
            propose(action, each.proposal());
            int place = 0;
            for (PlanBlueprint.BlueprintAction below : each.subActions()) {
                place += LineOrder.GAP;
                add(below, above, new ActionId(action), place);
            }
        }

        private void propose(UUID action, PlanBlueprint.FollowUpProposal proposal) {
            if (proposal.equals(PlanBlueprint.FollowUpProposal.NONE)) {
                return;
            }
            boolean done = proposal.doneWords() != null;
            followUps.add(new ActionFollowUp(
                    action,
                    0,
                    null,
                    code(proposal.responsible()),
                    proposal.from(),
                    proposal.to(),
                    code(proposal.due()),
                    proposal.timesPerYear(),
                    proposal.timesPerYear() == null ? null : rhythmSince,
                    null,
                    done ? lastDay : null,
                    code(proposal.doneWords()),
                    null,
                    null,
                    null));
        }

        private static int next(List<?> before) {
            return (before.size() + 1) * LineOrder.GAP;
        }

        private static @Nullable String code(@Nullable String text) {
            return text == null || text.isBlank() ? null : text.strip();
        }
    }
}
