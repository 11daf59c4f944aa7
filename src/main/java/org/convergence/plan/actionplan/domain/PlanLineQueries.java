package org.convergence.plan.actionplan.domain;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.actionplan.Area;
import org.convergence.plan.actionplan.Commitment;
import org.convergence.plan.actionplan.MeansId;
import org.convergence.plan.actionplan.ObjectiveId;
import org.convergence.plan.actionplan.PlanId;
import org.convergence.plan.actionplan.PlanLine;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads actions, as chosen, listed or named. */
final class PlanLineQueries {

    private PlanLineQueries() {}

    /** Actions in the plan's order, each followed by its sub-actions. */
    static Stream<PlanLine> inOrder(PlanContents contents) {
        return contents.objectives().stream()
                .flatMap(objective -> contents.meansOf(objective).stream()
                        .flatMap(means -> contents.actionsOf(means).stream()
                                .flatMap(entry -> Stream.concat(Stream.of(entry), contents.partsOf(entry).stream()))
                                .map(entry -> PlanContents.line(entry.action(), means, objective))));
    }

    static List<PlanLine> findByIds(JdbcClient jdbc, Collection<ActionId> ids) {
        return jdbc.sql("""
                        SELECT a.id, a.plan, a.means, m.objective, a.parent, coalesce(a.code, m.code) AS code, a.title,
                               a.text, o.title AS objective_title, m.title AS means_title, m.area, a.commitment,
                               a.dropped_on IS NOT NULL AS dropped
                        FROM plan.actionplan_action a
                        JOIN plan.actionplan_means m ON m.id = a.means
                        JOIN plan.actionplan_objective o ON o.id = m.objective
                        WHERE a.id = ANY (CAST(:ids AS uuid[]))
                        ORDER BY o.position, m.position, a.position, a.id
                        """)
                .param("ids", ids.stream().map(id -> id.value().toString()).toArray(String[]::new))
                .query((row, n) -> {
                    UUID parent = row.getObject("parent", UUID.class);
                    String title = row.getString("title");
                    String area = row.getString("area");
                    String text = row.getString("text");
                    return new PlanLine(
                            new ActionId(row.getObject("id", UUID.class)),
                            new PlanId(row.getObject("plan", UUID.class)),
                            new ObjectiveId(row.getObject("objective", UUID.class)),
                            new MeansId(row.getObject("means", UUID.class)),
                            parent == null ? null : new ActionId(parent),
                            row.getString("code"),
                            title == null ? PlanLine.shorten(text) : title,
                            text,
                            row.getString("objective_title"),
                            row.getString("means_title"),
                            area == null ? null : Area.valueOf(area),
                            Commitment.valueOf(row.getString("commitment")),
                            row.getBoolean("dropped"));
                })
                .list();
    }
}
