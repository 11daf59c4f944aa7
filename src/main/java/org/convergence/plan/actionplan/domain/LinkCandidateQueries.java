package org.convergence.plan.actionplan.domain;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.actionplan.ActionPlanPermissions;
import org.convergence.plan.actionplan.PlanId;
import org.convergence.plan.actionplan.PlanLine;
import org.convergence.platform.access.Requires;
import org.convergence.platform.text.TextNormalizer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds the lines to which a line can be linked. */
@Service
@Transactional(readOnly = true)
@Requires(ActionPlanPermissions.READ)
public class LinkCandidateQueries {

    private final JdbcClient jdbc;

    LinkCandidateQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A line that can be linked to another.
     *
     * @param linked whether it is linked
     */
    public record LinkCandidate(ActionId id, String plan, String label, boolean part, boolean linked) {}

    /** Lines of open plans of other kinds that contain every word, plan by plan in order. */
    public List<LinkCandidate> search(ActionId line, String typed, int limit) {
        String[] words = Arrays.stream(TextNormalizer.fold(typed).split(" "))
                .filter(word -> !word.isEmpty())
                .map(word -> "%" + word + "%")
                .toArray(String[]::new);
        return jdbc.sql("""
                        SELECT a.id, p.title, coalesce(a.code, m.code) AS code, coalesce(a.title, a.text) AS words,
                               a.parent IS NOT NULL AS part,
                               EXISTS (SELECT FROM plan.actionplan_link k
                                       WHERE (k.contributor, k.served) IN ((a.id, own.id), (own.id, a.id))) AS linked
                        FROM plan.actionplan_action own
                        JOIN plan.actionplan_plan mine ON mine.id = own.plan
                        JOIN plan.actionplan_plan p ON p.kind <> mine.kind AND p.status <> 'CLOSED'
                        JOIN plan.actionplan_action a ON a.plan = p.id AND a.dropped_on IS NULL
                        JOIN plan.actionplan_means m ON m.id = a.means
                        JOIN plan.actionplan_objective o ON o.id = m.objective
                        LEFT JOIN plan.actionplan_action above ON above.id = a.parent
                        WHERE own.id = :line AND a.search_form LIKE ALL (:words)
                        ORDER BY p.period_from DESC NULLS LAST, p.id, o.position, o.id, m.position, m.id,
                                 coalesce(above.position, a.position), coalesce(above.id, a.id), a.parent IS NOT NULL,
                                 a.position, a.id
                        LIMIT :limit
                        """)
                .param("line", line.value())
                .param("words", words)
                .param("limit", limit)
                .query((row, n) -> {
                    String code = row.getString("code");
                    String text = PlanLine.shorten(row.getString("words"));
                    return new LinkCandidate(
                            new ActionId(row.getObject("id", UUID.class)),
                            row.getString("title"),
                            code == null ? text : code + " · " + text,
                            row.getBoolean("part"),
                            row.getBoolean("linked"));
                })
                .list();
    }

    /** Whether an open plan exists to whose lines those of a plan can be linked. */
    public boolean existForPlan(PlanId plan) {
        return jdbc.sql("""
                        SELECT EXISTS (SELECT FROM plan.actionplan_plan p JOIN plan.actionplan_plan mine ON mine.id = ?
                                       WHERE p.kind <> mine.kind AND p.status <> 'CLOSED' AND mine.status <> 'CLOSED')
                        """).param(plan.value()).query(Boolean.class).single();
    }
}
