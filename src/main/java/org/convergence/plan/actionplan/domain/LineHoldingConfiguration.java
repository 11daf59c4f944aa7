package org.convergence.plan.actionplan.domain;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.convergence.directory.handover.Holding;
import org.convergence.directory.people.PersonId;
import org.convergence.plan.actionplan.ActionPlans;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The actions of adopted plans for which a person is responsible, and those in which the person helps. */
@Configuration(proxyBeanMethods = false)
class LineHoldingConfiguration {

    @Bean
    static Holding responsibleLineHolding(ActionPlans plans, OpenPlanLock open, JdbcClient db) {
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
    static Holding supportedLineHolding(ActionPlans plans, OpenPlanLock open, JdbcClient db) {
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
}
