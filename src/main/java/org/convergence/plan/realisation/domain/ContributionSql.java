package org.convergence.plan.realisation.domain;

/**
 * SQL for the lines for which a realisation counts: its lines, their parent actions, and the lines of longer-term plans
 * to which these contribute. A line counts once, even if several paths lead to it.
 */
final class ContributionSql {

    private static final String FOLLOWED = """
            counts AS (
                SELECT own.id AS line, own.id AS below FROM (%s) own
                UNION
                SELECT c.line, f.id
                FROM counts c CROSS JOIN LATERAL (
                    SELECT a.id FROM plan.actionplan_line a WHERE a.parent = c.below%s
                    UNION ALL
                    SELECT k.contributor FROM plan.actionplan_contribution k WHERE k.served = c.below) f)
            """;

    private ContributionSql() {}

    /**
     * A relation {@code counts (line, below)}, to follow {@code WITH RECURSIVE}: each line with all those that count
     * for it, itself first.
     *
     * @param lines a query for the {@code id} of lines
     */
    static String countsRelation(String lines) {
        return FOLLOWED.formatted(lines, "");
    }

    /**
     * The same relation for pages that list sub-actions beside their actions: what counts for sub-actions does not
     * count for these.
     */
    static String separateCountsRelation(String lines) {
        return FOLLOWED.formatted(lines, " AND c.below <> c.line");
    }

    /** A query for the same relation. */
    static String countsQuery(String lines) {
        return "WITH RECURSIVE " + countsRelation(lines) + "SELECT line, below FROM counts";
    }

    /** A query for the ids of realisations that count for any of these lines. */
    static String realisationIdsQuery(String lines) {
        return """
                SELECT s.realisation FROM plan.realisation_served s
                WHERE s.action IN (WITH RECURSIVE %s SELECT below FROM counts)
                """.formatted(countsRelation(lines));
    }
}
