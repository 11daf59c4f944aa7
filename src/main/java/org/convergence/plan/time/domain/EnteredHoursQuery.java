package org.convergence.plan.time.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.actionplan.MeansId;
import org.convergence.plan.actionplan.PlanId;
import org.convergence.plan.time.EnteredHours;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Sums entries of time sheets by line. */
@Component
record EnteredHoursQuery(JdbcClient db) implements EnteredHours {

    @Override
    public Map<ActionId, BigDecimal> findByLine(Collection<PlanId> plans) {
        Map<ActionId, BigDecimal> sums = new HashMap<>();
        if (!plans.isEmpty()) {
            db.sql("""
                            SELECT l.line, sum(own.hours) FROM (
                                SELECT a.id, a.parent, sum(e.hours) AS hours FROM plan.actionplan_line a
                                JOIN plan.time_entry e ON e.action = a.id
                                WHERE a.plan IN (:plans) GROUP BY a.id, a.parent) own
                            CROSS JOIN LATERAL (VALUES (own.id), (own.parent)) l (line)
                            WHERE l.line IS NOT NULL GROUP BY l.line
                            """)
                    .param("plans", plans.stream().map(PlanId::value).toList())
                    .query((row, n) -> sums.put(new ActionId(row.getObject(1, UUID.class)), row.getBigDecimal(2)))
                    .list();
        }
        return sums;
    }

    @Override
    public Map<MeansId, BigDecimal> findApprovedOnLines(PlanId plan, LocalDate from, LocalDate to) {
        Map<MeansId, BigDecimal> sums = new HashMap<>();
        db.sql("""
                        SELECT a.means, sum(e.hours) FROM plan.actionplan_line a
                        JOIN plan.time_entry e ON e.action = a.id AND e.realisation IS NULL AND e.day BETWEEN ? AND ?
                        JOIN plan.time_sheet s ON s.person = e.person AND s.monday = e.monday AND s.state = 'APPROVED'
                         AND s.monday BETWEEN CAST(? AS date) - 6 AND ?
                        WHERE a.plan = ? GROUP BY a.means
                        """)
                .params(from, to, from, to, plan.value())
                .query((row, n) -> sums.put(new MeansId(row.getObject(1, UUID.class)), row.getBigDecimal(2)))
                .list();
        return sums;
    }
}
