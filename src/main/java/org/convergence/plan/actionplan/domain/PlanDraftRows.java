package org.convergence.plan.actionplan.domain;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.actionplan.LineWording;
import org.convergence.plan.actionplan.MeansId;
import org.convergence.plan.actionplan.ObjectiveId;
import org.convergence.plan.actionplan.PlanBlueprint;
import org.convergence.plan.actionplan.PlanId;
import org.convergence.platform.database.Ids;
import org.jspecify.annotations.Nullable;

/** The rows of a draft made from a blueprint: lines in order, and the proposed follow-up. */
final class PlanDraftRows {

    final Plan plan;
    final List<PlanSection> sections = new ArrayList<>();
    final List<Objective> objectives = new ArrayList<>();
    final List<Means> means = new ArrayList<>();
    final List<Action> actions = new ArrayList<>();
    final List<Action> parts = new ArrayList<>();
    final List<ActionFollowUp> followUps = new ArrayList<>();

    private final PlanId id;
    private final LocalDate lastDay;

    PlanDraftRows(PlanBlueprint blueprint, Clock clock, LocalDate today) {
        LocalDate end = blueprint.to();
        this.lastDay = end != null && end.isBefore(today) ? end : today;
        var facts = new LineWording.PlanWording(
                blueprint.title().strip(),
                blueprint.kind(),
                blueprint.from(),
                blueprint.to(),
                LineWording.PlanWording.USUAL_QUIET_WEEKS);
        plan = Plan.draft(Ids.next(), facts, clock.instant());
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
                code(each.code()), code(each.title()), each.text().strip(), each.commitment(), each.conditions(), null);
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
                null,
                null,
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
