package org.convergence.plan.actionplan.domain;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.actionplan.PlanId;
import org.convergence.platform.database.RecordMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Stores which plan and which line continues which. */
@Component
record LineageRepository(JdbcClient jdbc) {

    /** A line of another period. */
    record OtherPeriodLine(UUID line, PlanId plan) {}

    Optional<PlanId> findNext(PlanId plan) {
        return findPlanId("SELECT id FROM plan.actionplan_plan WHERE continues = ?", plan);
    }

    Optional<PlanId> findPrevious(PlanId plan) {
        return findPlanId("SELECT continues FROM plan.actionplan_plan WHERE id = ? AND continues IS NOT NULL", plan);
    }

    private Optional<PlanId> findPlanId(String sql, PlanId plan) {
        return jdbc.sql(sql).param(plan.value()).query(UUID.class).optional().map(PlanId::new);
    }

    /** The earlier line of each line, of any level. */
    Map<UUID, UUID> findEarlierLines(Collection<PlanId> plans) {
        Map<UUID, UUID> lines = new HashMap<>();
        if (!plans.isEmpty()) {
            jdbc.sql("SELECT line, continues FROM plan.actionplan_lineage WHERE plan IN (:plans)")
                    .param("plans", plans.stream().map(PlanId::value).toList())
                    .query(row -> {
                        lines.put(row.getObject(1, UUID.class), row.getObject(2, UUID.class));
                    });
        }
        return lines;
    }

    /** The earlier line of each action and sub-action. */
    Map<ActionId, ActionId> findEarlierActions(Collection<PlanId> plans) {
        Map<ActionId, ActionId> lines = new HashMap<>();
        if (!plans.isEmpty()) {
            jdbc.sql("""
                SELECT l.line, l.continues FROM plan.actionplan_lineage l
                JOIN plan.actionplan_action a ON a.id = l.line
                WHERE l.plan IN (:plans)
                """)
                    .param("plans", plans.stream().map(PlanId::value).toList())
                    .query(row -> {
                        lines.put(
                                new ActionId(row.getObject(1, UUID.class)), new ActionId(row.getObject(2, UUID.class)));
                    });
        }
        return lines;
    }

    /** The action's lines in other periods, the latest first. */
    List<OtherPeriodLine> findOtherPeriods(UUID action) {
        return jdbc.sql("""
            WITH RECURSIVE earlier AS (
                SELECT continues AS line FROM plan.actionplan_lineage WHERE line = :line
                UNION
                SELECT l.continues FROM earlier e JOIN plan.actionplan_lineage l ON l.line = e.line),
            later AS (
                SELECT line FROM plan.actionplan_lineage WHERE continues = :line
                UNION
                SELECT l.line FROM later n JOIN plan.actionplan_lineage l ON l.continues = n.line)
            SELECT a.id AS line, a.plan
            FROM (SELECT line FROM earlier UNION SELECT line FROM later) o
            JOIN plan.actionplan_action a ON a.id = o.line
            JOIN plan.actionplan_plan p ON p.id = a.plan
            ORDER BY p.period_from DESC, a.id
            LIMIT 20
            """)
                .param("line", action)
                .query(RecordMapper.of(OtherPeriodLine.class))
                .list();
    }

    /** Stores that a plan continues another, line by line. */
    void insert(PlanId plan, PlanId continued, Map<UUID, UUID> lines) {
        jdbc.sql("UPDATE plan.actionplan_plan SET continues = ? WHERE id = ?")
                .params(continued.value(), plan.value())
                .update();
        jdbc.sql("""
            INSERT INTO plan.actionplan_lineage (line, plan, continues)
            SELECT l.line, :plan, l.continues FROM unnest(:lines, :continued) AS l(line, continues)
            """)
                .param("plan", plan.value())
                .param("lines", ids(lines.keySet()))
                .param("continued", ids(lines.values()))
                .update();
    }

    /** Stores the helpers of new lines. */
    void insertSupport(Map<UUID, List<UUID>> support) {
        support.forEach((line, people) -> jdbc.sql(
                        "INSERT INTO plan.actionplan_support (action, person) SELECT :line, unnest(:people)")
                .param("line", line)
                .param("people", ids(people))
                .update());
    }

    private static UUID[] ids(Collection<UUID> ids) {
        return ids.toArray(UUID[]::new);
    }
}
