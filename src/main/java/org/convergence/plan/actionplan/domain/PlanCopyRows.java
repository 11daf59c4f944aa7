package org.convergence.plan.actionplan.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.actionplan.ActionState;
import org.convergence.plan.actionplan.ActionTarget;
import org.convergence.plan.actionplan.LineWording;
import org.convergence.plan.actionplan.MeansId;
import org.convergence.plan.actionplan.NextPlan;
import org.convergence.plan.actionplan.ObjectiveId;
import org.convergence.plan.actionplan.PlanId;
import org.convergence.plan.actionplan.PlanTree;
import org.convergence.platform.database.Ids;
import org.jspecify.annotations.Nullable;

/**
 * The rows of the next plan, copied from the previous one (R-NEXT-2): every line that continues once, at its position
 * and with its number. A means whose lines were all withdrawn is left out, and an objective without means too.
 */
final class PlanCopyRows {

    final Plan plan;
    final List<PlanSection> sections = new ArrayList<>();
    final List<Objective> objectives = new ArrayList<>();
    final List<Means> means = new ArrayList<>();
    final List<Action> actions = new ArrayList<>();
    final List<Action> parts = new ArrayList<>();
    final List<ActionFollowUp> followUps = new ArrayList<>();
    final Map<UUID, List<UUID>> support = new LinkedHashMap<>();

    /** The earlier line of each new line, of every level. */
    final Map<UUID, UUID> lineage = new LinkedHashMap<>();

    /** The new line of each action and sub-action that continues. */
    final Map<ActionId, ActionId> fromTo = new LinkedHashMap<>();

    private final PlanContents past;
    private final Map<ActionId, NextPlan.ContinuedLine> going;
    private final FollowUpCopier copies;
    private final PlanId id;

    PlanCopyRows(PlanContents past, List<PlanTree.SectionNode> sections, NextPlan next, Instant now, LocalDate today) {
        this.past = past;
        this.going = next.lines().stream()
                .collect(Collectors.toMap(NextPlan.ContinuedLine::from, Function.identity(), (one, other) -> one));
        var facts = past.header().facts();
        this.copies = new FollowUpCopier(next, Objects.requireNonNull(facts.from()), today);
        this.plan = Plan.draft(
                Ids.next(),
                new LineWording.PlanWording(next.title(), facts.kind(), next.begins(), next.ends(), facts.quietWeeks()),
                now,
                null);
        this.id = plan.typedId();
        for (PlanTree.SectionNode each : sections) {
            var words = new LineWording.SectionWording(each.kind(), each.title(), each.text());
            int position = (this.sections.size() + 1) * LineOrder.GAP;
            this.sections.add(PlanSection.create(newLineFor(each.id()), id, position, words));
        }
        past.objectives().forEach(this::add);
    }

    private void add(Objective each) {
        List<Means> below = past.meansOf(each).stream().filter(this::continues).toList();
        if (below.isEmpty() && (each.droppedOn() != null || !past.meansOf(each).isEmpty())) {
            return;
        }
        UUID made = newLineFor(each.id());
        objectives.add(Objective.create(made, id, each.position(), each.wording()));
        below.forEach(means -> add(means, new ObjectiveId(made)));
    }

    private boolean continues(Means each) {
        List<PlanContents.ActionEntry> all = past.actionsOf(each);
        return all.isEmpty() ? each.droppedOn() == null : all.stream().anyMatch(this::continues);
    }

    private boolean continues(PlanContents.ActionEntry entry) {
        return going.containsKey(entry.id());
    }

    private void add(Means each, ObjectiveId objective) {
        UUID made = newLineFor(each.id());
        means.add(Means.create(made, id, objective, each.position(), each.wording()));
        past.actionsOf(each).stream().filter(this::continues).forEach(entry -> {
            ActionId above = add(entry, new MeansId(made), null, actions);
            past.partsOf(entry).stream()
                    .filter(this::continues)
                    .forEach(part -> add(part, new MeansId(made), above, parts));
        });
    }

    private ActionId add(PlanContents.ActionEntry entry, MeansId above, @Nullable ActionId parent, List<Action> to) {
        NextPlan.ContinuedLine line = Objects.requireNonNull(going.get(entry.id()));
        var made = new ActionId(newLineFor(entry.action().id()));
        fromTo.put(entry.id(), made);
        to.add(Action.create(made.value(), id, above, parent, entry.action().position(), words(entry.action(), line)));
        ActionFollowUp follow = copies.copy(made.value(), entry.followUp(), line);
        List<UUID> helpers = copies.withoutLeaving(entry.support());
        if (!helpers.isEmpty()) {
            support.put(made.value(), helpers);
        }
        if (!helpers.isEmpty() || !follow.equals(ActionFollowUp.none(made.value()))) {
            followUps.add(follow);
        }
        return made;
    }

    private static LineWording.ActionWording words(Action action, NextPlan.ContinuedLine line) {
        LineWording.ActionWording now = action.wording();
        ActionTarget target = now.target();
        if (target != null && line.target() != null) {
            target = new ActionTarget(target.measure(), line.target(), target.kinds(), target.words());
        }
        String text = line.text() == null ? now.text() : line.text();
        return new LineWording.ActionWording(now.code(), now.title(), text, now.commitment(), now.conditions(), target);
    }

    private UUID newLineFor(UUID earlier) {
        UUID made = Ids.next();
        lineage.put(made, earlier);
        return made;
    }

    /**
     * Copies a line's follow-up into the next period (R-NEXT-2): windows move with the period, the rhythm stays and is
     * counted from its first day; what was done, states of this year and leaving people are not copied.
     */
    static final class FollowUpCopier {

        private final NextPlan next;
        private final PeriodShift shift;
        private final LocalDate today;

        FollowUpCopier(NextPlan next, LocalDate began, LocalDate today) {
            this.next = next;
            this.shift = PeriodShift.between(began, next.begins());
            this.today = today;
        }

        ActionFollowUp copy(UUID line, ActionFollowUp past, NextPlan.ContinuedLine decided) {
            boolean waits = decided.postponed() != null;
            return new ActionFollowUp(
                    line,
                    0,
                    withoutLeaving(past.responsible()),
                    past.responsibleWords(),
                    shift.shift(past.windowFrom()),
                    shift.shift(past.windowTo()),
                    shift.shift(past.dueWords()),
                    past.timesPerYear(),
                    past.timesPerYear() == null ? null : next.begins(),
                    decided.effort() == null ? past.effort() : decided.effort(),
                    null,
                    null,
                    waits ? ActionState.POSTPONED : null,
                    decided.postponed(),
                    waits ? today : null);
        }

        List<UUID> withoutLeaving(List<PlanContents.SupportPerson> helpers) {
            return helpers.stream()
                    .map(PlanContents.SupportPerson::id)
                    .filter(person -> !next.gone().contains(person))
                    .toList();
        }

        private @Nullable UUID withoutLeaving(@Nullable UUID person) {
            return person == null || next.gone().contains(person) ? null : person;
        }
    }
}
