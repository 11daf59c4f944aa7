package org.convergence.plan.actionplan.domain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.convergence.plan.actionplan.MeansId;
import org.convergence.plan.actionplan.MeansLine;
import org.convergence.plan.actionplan.PlanId;
import org.convergence.plan.actionplan.PlanTree;
import org.convergence.platform.database.NotFound;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads whole plans in three queries, whatever their size and number. Ids are bound as a list rather than an array: the
 * statement for one plan, nearly every call, keeps its prepared plan.
 */
@Component
class PlanContentsQueries {

    private static final String HEADERS = """
            SELECT p.*, (SELECT count(*) FROM plan.actionplan_amendment a WHERE a.plan = p.id) AS amendments
            FROM plan.actionplan_plan p
            WHERE p.id IN (:plans)
            ORDER BY p.period_from DESC NULLS FIRST, p.id
            """;

    private static final String OUTLINE = """
            SELECT 'OBJECTIVE' AS level, id, version, plan, NULL::uuid AS objective, position, code, title, text,
                   NULL AS area, dropped_on, dropped_reason
            FROM plan.actionplan_objective WHERE plan IN (:plans)
            UNION ALL
            SELECT 'MEANS', id, version, plan, objective, position, code, title, text, area, dropped_on, dropped_reason
            FROM plan.actionplan_means WHERE plan IN (:plans)
            ORDER BY position, id
            """;

    private static final String ENTRIES = """
            SELECT a.id, a.version, a.plan, a.means, a.parent, a.position, a.code, a.title, a.text, a.conditions,
                   a.commitment, a.target, a.dropped_on, a.dropped_reason, f.action AS followed,
                   f.version AS followed_version, f.responsible, f.responsible_words, f.window_from, f.window_to,
                   f.due_words, f.times_per_year, f.rhythm_since, f.effort, f.completed_on, f.completed_words,
                   f.stated, f.stated_reason, f.stated_on, p.display_name AS responsible_name, h.helper_ids,
                   h.helper_names
            FROM plan.actionplan_action a
            LEFT JOIN plan.actionplan_follow_up f ON f.action = a.id
            LEFT JOIN directory.people_person p ON p.id = f.responsible
            LEFT JOIN LATERAL (
                SELECT array_agg(s.person ORDER BY q.sort_name) AS helper_ids,
                       array_agg(q.display_name ORDER BY q.sort_name) AS helper_names
                FROM plan.actionplan_support s JOIN directory.people_person q ON q.id = s.person
                WHERE s.action = f.action
            ) h ON true
            WHERE a.plan IN (:plans)
            ORDER BY a.position, a.id
            """;

    private final JdbcClient jdbc;

    PlanContentsQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    PlanContents findByPlans(PlanId plan) {
        return findByPlans(List.of(plan)).stream().findFirst().orElseThrow(() -> new NotFound("plan"));
    }

    /** The plans, the latest period first; missing ids are left out. */
    List<PlanContents> findByPlans(Collection<PlanId> plans) {
        if (plans.isEmpty()) {
            return List.of();
        }
        List<UUID> ids = plans.stream().map(PlanId::value).toList();
        Map<PlanId, List<Objective>> objectives = new LinkedHashMap<>();
        Map<PlanId, List<Means>> means = new LinkedHashMap<>();
        jdbc.sql(OUTLINE).param("plans", ids).query(rows -> {
            if (rows.getString("level").equals("OBJECTIVE")) {
                Objective objective = LineRowMapper.objective(rows);
                objectives
                        .computeIfAbsent(objective.plan(), id -> new ArrayList<>())
                        .add(objective);
            } else {
                Means each = LineRowMapper.means(rows);
                means.computeIfAbsent(each.plan(), id -> new ArrayList<>()).add(each);
            }
        });
        Map<PlanId, List<PlanContents.ActionEntry>> entries =
                jdbc.sql(ENTRIES).param("plans", ids).query((rows, n) -> LineRowMapper.entry(rows)).list().stream()
                        .collect(Collectors.groupingBy(entry -> entry.action().plan()));
        return jdbc
                .sql(HEADERS)
                .param("plans", ids)
                .query((rows, n) -> PlanHeader.of(LineRowMapper.plan(rows), rows.getInt("amendments")))
                .list()
                .stream()
                .map(header -> new PlanContents(
                        header,
                        objectives.getOrDefault(header.id(), List.of()),
                        means.getOrDefault(header.id(), List.of()),
                        entries.getOrDefault(header.id(), List.of())))
                .toList();
    }

    PlanHeader header(PlanId plan) {
        return jdbc.sql(HEADERS)
                .param("plans", List.of(plan.value()))
                .query((rows, n) -> PlanHeader.of(LineRowMapper.plan(rows), rows.getInt("amendments")))
                .optional()
                .orElseThrow(() -> new NotFound("plan"));
    }

    List<MeansLine> means(Collection<PlanId> plans) {
        return jdbc.sql("""
                        SELECT m.id, m.plan, m.code, m.title
                        FROM plan.actionplan_means m JOIN plan.actionplan_objective o ON o.id = m.objective
                        WHERE m.plan IN (:plans) ORDER BY o.position, o.id, m.position, m.id
                        """)
                .param("plans", plans.stream().map(PlanId::value).toList())
                .query((row, n) -> new MeansLine(
                        new MeansId(row.getObject("id", UUID.class)),
                        new PlanId(row.getObject("plan", UUID.class)),
                        row.getString("code"),
                        row.getString("title")))
                .list();
    }

    /** The whole plan without dropped lines. */
    PlanTree tree(PlanId plan) {
        return PlanTreeAssembler.assemble(findByPlans(plan), sections(plan));
    }

    List<PlanTree.SectionNode> sections(PlanId plan) {
        return jdbc.sql("""
                        SELECT id, kind, title, text FROM plan.actionplan_section WHERE plan = ? ORDER BY position, id
                        """)
                .param(plan.value())
                .query((rows, n) -> new PlanTree.SectionNode(
                        rows.getObject("id", UUID.class),
                        org.convergence.plan.actionplan.SectionKind.valueOf(rows.getString("kind")),
                        rows.getString("title"),
                        rows.getString("text")))
                .list();
    }
}
