package org.convergence.plan.actionplan.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.convergence.plan.actionplan.ActionPlanPermissions;
import org.convergence.plan.actionplan.LineLevel;
import org.convergence.plan.actionplan.PlanLine;
import org.convergence.platform.access.Requires;
import org.convergence.platform.text.TextNormalizer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds means and actions by their text, those of plans in force first. Without an exact match, it searches similar
 * texts in plans that are not closed: closed plans repeat the same sentences, and comparing them all is slow.
 */
@Service
@Transactional(readOnly = true)
@Requires(ActionPlanPermissions.READ)
public class LineSearch {

    private static final String LINES = """
            SELECT * FROM (
                SELECT 'MEANS' AS level, m.id, m.code, m.title AS words, m.search_form, m.dropped_on, m.plan,
                       m.position AS first, 0 AS second
                FROM plan.actionplan_means m
                UNION ALL
                SELECT 'ACTION', a.id, coalesce(a.code, m.code), coalesce(a.title, a.text), a.search_form, a.dropped_on,
                       a.plan, m.position, a.position
                FROM plan.actionplan_action a JOIN plan.actionplan_means m ON m.id = a.means
            ) l
            JOIN (SELECT id AS plan, title, status, period_from FROM plan.actionplan_plan) p USING (plan)
            WHERE l.dropped_on IS NULL AND %s
            ORDER BY p.status = 'ADOPTED' DESC, p.period_from DESC NULLS LAST, %s l.level DESC, l.first, l.second, l.id
            LIMIT :limit
            """;

    private static final String LIKELY = """
            l.plan = ANY (ARRAY(SELECT id FROM plan.actionplan_plan WHERE status <> 'CLOSED'))
              AND word_similarity(:meant, l.search_form) >= 0.6""";

    private final JdbcClient jdbc;

    LineSearch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A line that was found.
     *
     * @param words its label
     * @param plan the title of its plan
     */
    public record FoundLine(
            LineLevel level, UUID id, @Nullable String code, String words, String plan) {}

    /** The lines that contain every word; none if nothing was typed. */
    public List<FoundLine> search(String typed, int limit) {
        List<String> words = List.of(TextNormalizer.fold(typed).split(" "));
        if (words.get(0).isEmpty()) {
            return List.of();
        }
        List<String> conditions = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            conditions.add("l.search_form LIKE :word" + i);
        }
        var exactly = jdbc.sql(LINES.formatted(String.join(" AND ", conditions), ""));
        for (int i = 0; i < words.size(); i++) {
            exactly = exactly.param("word" + i, "%" + words.get(i) + "%");
        }
        List<FoundLine> found = query(exactly, limit);
        if (!found.isEmpty()) {
            return found;
        }
        String meant = String.join(" ", words);
        return query(
                jdbc.sql(LINES.formatted(LIKELY, "word_similarity(:meant, l.search_form) DESC,"))
                        .param("meant", meant),
                limit);
    }

    private static List<FoundLine> query(JdbcClient.StatementSpec statement, int limit) {
        return statement
                .param("limit", limit)
                .query((row, n) -> new FoundLine(
                        LineLevel.valueOf(row.getString("level")),
                        row.getObject("id", UUID.class),
                        row.getString("code"),
                        PlanLine.shorten(row.getString("words")),
                        row.getString("title")))
                .list();
    }
}
