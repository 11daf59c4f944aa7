package org.convergence.plan.realisation.domain;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.convergence.plan.actionplan.ActionId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds the lines for which a line's realisations count ({@link ContributionSql}). */
@Component
class ContributionQueries {

    private static final String ABOVE = """
            WITH RECURSIVE counts AS (
                SELECT id AS below, id AS line FROM unnest(CAST(? AS uuid[])) id
                UNION
                SELECT c.below, f.id
                FROM counts c CROSS JOIN LATERAL (
                    SELECT a.parent AS id FROM plan.actionplan_action a WHERE a.id = c.line AND a.parent IS NOT NULL
                    UNION ALL
                    SELECT k.served FROM plan.actionplan_link k WHERE k.contributor = c.line) f)
            SELECT below, line FROM counts
            """;

    private final JdbcClient db;

    ContributionQueries(JdbcClient db) {
        this.db = db;
    }

    /** For each of the lines, itself and those for which its realisations count; one query. */
    Map<ActionId, Set<ActionId>> findCountingLines(Collection<ActionId> lines) {
        Map<ActionId, Set<ActionId>> found = new HashMap<>();
        db.sql(ABOVE)
                .param(lines.stream().map(ActionId::value).toArray(UUID[]::new))
                .query((row, n) -> found.computeIfAbsent(
                                new ActionId(row.getObject("below", UUID.class)), none -> new LinkedHashSet<>())
                        .add(new ActionId(row.getObject("line", UUID.class))))
                .list();
        return found;
    }
}
