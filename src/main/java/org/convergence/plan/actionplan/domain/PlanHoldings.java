package org.convergence.plan.actionplan.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
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
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The actions of adopted plans for which a person is responsible, those in which the person helps, and the draft plans
 * that name the person.
 */
@Configuration(proxyBeanMethods = false)
class PlanHoldings {

    @Bean
    static Holding responsibleLineHolding(ActionPlans plans, ActionFollowUpRepository open, JdbcClient db) {
        return new LineHolding(
                "actionplan.holding.responsible",
                10,
                "plan.actionplan_follow_up.responsible",
                "SELECT action FROM plan.actionplan_follow_up WHERE responsible = :person",
                plans,
                db) {
            @Override
            public int pass(PersonId from, PersonId to, Collection<UUID> which) {
                open.lockPlansOf(Set.copyOf(which));
                return db.sql("""
                    UPDATE plan.actionplan_follow_up
                    SET responsible = :to, responsible_words = NULL, version = version + 1
                    WHERE responsible = :from AND action = ANY (:which)
                    """)
                        .param("to", to.value())
                        .param("from", from.value())
                        .param("which", which.toArray(UUID[]::new))
                        .update();
            }
        };
    }

    @Bean
    static Holding supportedLineHolding(ActionPlans plans, ActionFollowUpRepository open, JdbcClient db) {
        return new LineHolding(
                "actionplan.holding.support",
                20,
                "plan.actionplan_support.person",
                "SELECT action FROM plan.actionplan_support WHERE person = :person",
                plans,
                db) {
            @Override
            public int pass(PersonId from, PersonId to, Collection<UUID> which) {
                open.lockPlansOf(Set.copyOf(which));
                UUID[] actions = which.toArray(UUID[]::new);
                // The responsible person of an action is not also its helper.
                db.sql("""
                    INSERT INTO plan.actionplan_support (action, person)
                    SELECT s.action, CAST(:to AS uuid) FROM plan.actionplan_support s
                    WHERE s.person = :from AND s.action = ANY (:which) AND NOT EXISTS (
                        SELECT FROM plan.actionplan_follow_up f
                        WHERE f.action = s.action AND f.responsible = :to)
                    ON CONFLICT DO NOTHING
                    """)
                        .param("to", to.value())
                        .param("from", from.value())
                        .param("which", actions)
                        .update();
                int passed = db.sql("DELETE FROM plan.actionplan_support WHERE person = ? AND action = ANY (?)")
                        .params(from.value(), actions)
                        .update();
                // Helpers are part of the follow-up shown in a form, so its version changes.
                db.sql("UPDATE plan.actionplan_follow_up SET version = version + 1 WHERE action = ANY (?)")
                        .param(actions)
                        .update();
                return passed;
            }
        };
    }

    /** Actions of adopted plans that a person holds in one capacity, with their state and due day. */
    abstract static class LineHolding implements Holding.TransferableHolding {

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
                        action.subActions()
                                .forEach(part -> states.put(part.line().id(), part.state()));
                    });
        }

        private static HandoverItem toHeld(
                PlanLine line,
                @Nullable LocalDate due,
                @Nullable ActionState state,
                Map<PlanId, String> titles,
                Words t) {
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

    /**
     * The draft plans that name a person. A draft line is not a responsibility yet, so it does not pass to a
     * successor; the
     * authors of the plan are notified that it still names the leaving person.
     */
    @Component
    @Order(25)
    record DraftHolding(JdbcClient db) implements Holding.RemainingHolding {

        @Override
        public String key() {
            return "actionplan.holding.draft";
        }

        /** Empty: {@link LineHolding} covers the columns. */
        @Override
        public Set<String> columns() {
            return Set.of();
        }

        @Override
        public List<HandoverItem> findItems(PersonId person, LocalDate lastDay, Words t) {
            return db.sql("""
                SELECT p.id, p.title, count(*) AS lines FROM plan.actionplan_action a
                JOIN plan.actionplan_plan p ON p.id = a.plan AND p.status = 'DRAFT'
                WHERE a.dropped_on IS NULL
                  AND (EXISTS (SELECT FROM plan.actionplan_follow_up f
                               WHERE f.action = a.id AND f.responsible = :person AND f.completed_on IS NULL)
                       OR EXISTS (SELECT FROM plan.actionplan_support s
                                  WHERE s.action = a.id AND s.person = :person))
                GROUP BY p.id, p.title ORDER BY p.title, p.id
                """)
                    .param("person", person.value())
                    .query((row, n) -> {
                        UUID plan = row.getObject("id", UUID.class);
                        return new HandoverItem(
                                plan,
                                row.getString("title"),
                                t.say("actionplan.holding.draft.lines", row.getInt("lines")),
                                "/plan/actionplan/" + plan,
                                null);
                    })
                    .list();
        }
    }
}
