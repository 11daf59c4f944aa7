package org.convergence.plan.actionplan.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.convergence.directory.handover.HandoverItem;
import org.convergence.directory.handover.Holding;
import org.convergence.directory.people.PersonId;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.actionplan.ActionPlans;
import org.convergence.plan.actionplan.ActionState;
import org.convergence.plan.actionplan.PlanId;
import org.convergence.plan.actionplan.PlanLine;
import org.convergence.plan.actionplan.PlanProgress;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Actions of adopted plans that a person holds in one capacity, with their state and due day. */
abstract class LineHolding implements Holding.TransferableHolding {

    private final String key;
    private final int order;
    private final String column;
    private final String hers;
    private final ActionPlans plans;
    private final JdbcClient db;

    LineHolding(String key, int order, String column, String hers, ActionPlans plans, JdbcClient db) {
        this.key = key;
        this.order = order;
        this.column = column;
        this.hers = hers;
        this.plans = plans;
        this.db = db;
    }

    @Override
    public String key() {
        return key;
    }

    @Override
    public int order() {
        return order;
    }

    @Override
    public Set<String> columns() {
        return Set.of(column);
    }

    @Override
    public List<HandoverItem> findItems(PersonId person, LocalDate lastDay, Words t) {
        Map<ActionId, @Nullable LocalDate> days = new LinkedHashMap<>();
        Map<PlanId, String> titles = new LinkedHashMap<>();
        db.sql("""
                        SELECT a.id, f.window_to, p.id AS plan, p.title FROM plan.actionplan_action a
                        JOIN plan.actionplan_plan p ON p.id = a.plan
                        LEFT JOIN plan.actionplan_follow_up f ON f.action = a.id
                        WHERE a.id IN (""" + hers + """
                        ) AND p.status = 'ADOPTED' AND a.dropped_on IS NULL AND f.completed_on IS NULL
                        """).param("person", person.value()).query(row -> {
            days.put(new ActionId(row.getObject("id", UUID.class)), row.getObject("window_to", LocalDate.class));
            titles.put(new PlanId(row.getObject("plan", UUID.class)), row.getString("title"));
        });
        if (days.isEmpty()) {
            return List.of();
        }
        Map<ActionId, ActionState> states = new HashMap<>();
        titles.keySet().forEach(plan -> collectStates(plans.progress(plan), states));
        plans.findPlannedWork(titles.keySet()).stream()
                .filter(work ->
                        days.containsKey(work.line().id()) && !work.steps().isEmpty())
                .forEach(work -> days.put(work.line().id(), work.steps().get(0)));
        List<HandoverItem> held = new ArrayList<>();
        plans.findLinesById(days.keySet())
                .forEach((id, line) -> held.add(toHeld(line, days.get(id), states.get(id), titles, t)));
        held.sort(Comparator.comparing(HandoverItem::due, Comparator.nullsLast(Comparator.naturalOrder())));
        return held;
    }

    private static void collectStates(PlanProgress progress, Map<ActionId, ActionState> states) {
        progress.objectives().stream()
                .flatMap(objective -> objective.means().stream())
                .flatMap(means -> means.actions().stream())
                .forEach(action -> {
                    states.put(action.line().id(), action.state());
                    action.subActions().forEach(part -> states.put(part.line().id(), part.state()));
                });
    }

    private static HandoverItem toHeld(
            PlanLine line, @Nullable LocalDate due, @Nullable ActionState state, Map<PlanId, String> titles, Words t) {
        String plan = Objects.requireNonNullElse(titles.get(line.plan()), "");
        String detail = state == null ? plan : t.say("actionplan.state." + state.name()) + " · " + plan;
        return new HandoverItem(
                line.id().value(),
                line.label(),
                detail,
                "/plan/actionplan/action/" + line.id().value(),
                due);
    }
}
