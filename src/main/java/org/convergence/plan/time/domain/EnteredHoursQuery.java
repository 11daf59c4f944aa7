package org.convergence.plan.time.domain;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.actionplan.PlanId;
import org.convergence.plan.time.EnteredHours;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Sums entries of time sheets by line. */
@Component
class EnteredHoursQuery implements EnteredHours {

    private final JdbcClient db;

    EnteredHoursQuery(JdbcClient db) {
        this.db = db;
    }

    @Override
    public Map<ActionId, BigDecimal> findByLine(Collection<PlanId> plans) {
        Map<ActionId, BigDecimal> sums = new HashMap<>();
        if (!plans.isEmpty()) {
            db.sql("""
                            SELECT l.line, sum(e.hours) FROM plan.actionplan_line a
                            CROSS JOIN LATERAL (SELECT a.id AS line UNION SELECT a.parent WHERE a.parent IS NOT NULL) l
                            JOIN plan.time_entry e ON e.action = a.id
                            WHERE a.plan = ANY (?) GROUP BY l.line
                            """)
                    .param(plans.stream().map(PlanId::value).toArray(UUID[]::new))
                    .query((row, n) -> sums.put(new ActionId(row.getObject(1, UUID.class)), row.getBigDecimal(2)))
                    .list();
        }
        return sums;
    }
}
