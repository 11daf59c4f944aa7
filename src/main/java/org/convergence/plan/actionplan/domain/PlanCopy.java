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
import org.convergence.plan.actionplan.MeansId;
import org.convergence.plan.actionplan.NextPlan;
import org.convergence.plan.actionplan.ObjectiveId;
import org.convergence.plan.actionplan.PlanId;
import org.convergence.plan.actionplan.PlanTree;
import org.convergence.plan.actionplan.Target;
import org.convergence.plan.actionplan.Wording;
import org.convergence.platform.database.Ids;
import org.jspecify.annotations.Nullable;

/**
 * The rows of the next plan, copied from the previous one (R-NEXT-2): every line that continues once, at its position
 * and with its number. A means whose lines were all withdrawn is left out, and an objective without means too.
 */
final class PlanCopy {

    final Plan plan;
    final List<Section> sections = new ArrayList<>();
    final List<Objective> objectives = new ArrayList<>();
    final List<Means> means = new ArrayList<>();
    final List<Action> actions = new ArrayList<>();
    final List<Action> parts = new ArrayList<>();
    final List<FollowUp> followUps = new ArrayList<>();
    final Map<UUID, List<UUID>> support = new LinkedHashMap<>();

    /** The earlier line of each new line, of every level. */
    final Map<UUID, UUID> lineage = new LinkedHashMap<>();

    /** The new line of each action and sub-action that continues. */
    final Map<ActionId, ActionId> fromTo = new LinkedHashMap<>();

    private final PlanContents past;
    private final Map<ActionId, NextPlan.Line> going;
    private final FollowUpCopy copies;
    private final PlanId id;

    PlanCopy(PlanContents past, List<PlanTree.Section> sections, NextPlan next, Instant now, LocalDate today) {
        this.past = past;
        this.going = next.lines().stream()
                .collect(Collectors.toMap(NextPlan.Line::from, Function.identity(), (one, other) -> one));
        var facts = past.header().facts();
        this.copies = new FollowUpCopy(next, Objects.requireNonNull(facts.from()), today);
        this.plan = Plan.draft(
                Ids.next(),
                new Wording.OfPlan(next.title(), facts.kind(), next.begins(), next.ends(), facts.quietWeeks()),
                now);
        this.id = plan.typedId();
        for (PlanTree.Section each : sections) {
            var words = new Wording.OfSection(each.kind(), each.title(), each.text());
            int position = (this.sections.size() + 1) * Order.GAP;
            this.sections.add(Section.of(continuing(each.id()), id, position, words));
        }
        past.objectives().forEach(this::add);
    }

    private void add(Objective each) {
        List<Means> below = past.meansOf(each).stream().filter(this::goesOn).toList();
        if (below.isEmpty() && (each.droppedOn() != null || !past.meansOf(each).isEmpty())) {
            return;
        }
        UUID made = continuing(each.id());
        objectives.add(Objective.of(made, id, each.position(), each.wording()));
        below.forEach(means -> add(means, new ObjectiveId(made)));
    }

    private boolean goesOn(Means each) {
        List<PlanContents.Entry> all = past.actionsOf(each);
        return all.isEmpty() ? each.droppedOn() == null : all.stream().anyMatch(this::goesOn);
    }

    private boolean goesOn(PlanContents.Entry entry) {
        return going.containsKey(entry.id());
    }

    private void add(Means each, ObjectiveId objective) {
        UUID made = continuing(each.id());
        means.add(Means.of(made, id, objective, each.position(), each.wording()));
        past.actionsOf(each).stream().filter(this::goesOn).forEach(entry -> {
            ActionId above = add(entry, new MeansId(made), null, actions);
            past.partsOf(entry).stream()
                    .filter(this::goesOn)
                    .forEach(part -> add(part, new MeansId(made), above, parts));
        });
    }

    private ActionId add(PlanContents.Entry entry, MeansId above, @Nullable ActionId parent, List<Action> to) {
        NextPlan.Line line = Objects.requireNonNull(going.get(entry.id()));
        var made = new ActionId(continuing(entry.action().id()));
        fromTo.put(entry.id(), made);
        to.add(Action.of(made.value(), id, above, parent, entry.action().position(), words(entry.action(), line)));
        FollowUp follow = copies.of(made.value(), entry.followUp(), line);
        List<UUID> helpers = copies.staying(entry.support());
        if (!helpers.isEmpty()) {
            support.put(made.value(), helpers);
        }
        if (!helpers.isEmpty() || !follow.equals(FollowUp.none(made.value()))) {
            followUps.add(follow);
        }
        return made;
    }

    private static Wording.OfAction words(Action action, NextPlan.Line line) {
        Wording.OfAction now = action.wording();
        Target target = now.target();
        if (target != null && line.target() != null) {
            target = new Target(target.measure(), line.target(), target.kinds(), target.words());
        }
        String text = line.text() == null ? now.text() : line.text();
        return new Wording.OfAction(now.code(), now.title(), text, now.commitment(), now.conditions(), target);
    }

    private UUID continuing(UUID earlier) {
        UUID made = Ids.next();
        lineage.put(made, earlier);
        return made;
    }
}
