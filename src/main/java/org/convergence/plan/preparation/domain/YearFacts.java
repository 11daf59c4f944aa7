package org.convergence.plan.preparation.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.actionplan.PlanId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the hours and the contracts say of a plan's lines and people. */
@Component
class YearFacts {

    private final JdbcClient db;

    YearFacts(JdbcClient db) {
        this.db = db;
    }

    /** Hours entered for each line, those of its parts with it. */
    Map<ActionId, BigDecimal> worked(PlanId plan) {
        Map<ActionId, BigDecimal> hours = new HashMap<>();
        db.sql("""
                        SELECT l.line, sum(e.hours) AS hours
                        FROM plan.actionplan_action a
                        CROSS JOIN LATERAL (SELECT a.id AS line UNION SELECT a.parent WHERE a.parent IS NOT NULL) l
                        JOIN plan.time_entry e ON e.action = a.id
                        WHERE a.plan = :plan GROUP BY l.line
                        """).param("plan", plan.value()).query(row -> {
            hours.put(new ActionId(row.getObject("line", UUID.class)), row.getBigDecimal("hours"));
        });
        return hours;
    }

    /** People whose last contract ends before a day; who never had one stays. */
    Set<UUID> goneBy(LocalDate day) {
        return new HashSet<>(db.sql("""
                        SELECT person FROM plan.time_contract
                        GROUP BY person HAVING bool_and(ends_on IS NOT NULL AND ends_on < :day)
                        """).param("day", day).query(UUID.class).list());
    }
}
