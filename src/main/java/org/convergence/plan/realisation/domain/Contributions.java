package org.convergence.plan.realisation.domain;

/**
 * For which lines counts what is done for others: a sub-action stands for itself and for the action that it is a part of,
 * and a line for those to which it contributes in plans that look further ahead, by however many ways it comes there.
 */
final class Contributions {

    private static final String FOLLOWED = """
            counts AS (
                SELECT own.id AS line, own.id AS below FROM (%s) own
                UNION
                SELECT c.line, f.id
                FROM counts c CROSS JOIN LATERAL (
                    SELECT a.id FROM plan.actionplan_action a WHERE a.parent = c.below%s
                    UNION ALL
                    SELECT k.contributor FROM plan.actionplan_link k WHERE k.served = c.below) f)
            """;

    private Contributions() {}

    /**
     * A relation {@code counts (line, below)}, to stand behind {@code WITH RECURSIVE}: each line with all those that count
     * for it, itself first.
     *
     * @param lines a query for the {@code id} of lines
     */
    static String counts(String lines) {
        return FOLLOWED.formatted(lines, "");
    }

    /** The same relation for who shows sub-actions beside their actions: what counts for them does not count for these. */
    static String apart(String lines) {
        return FOLLOWED.formatted(lines, " AND c.below <> c.line");
    }

    /** A query for the same relation. */
    static String of(String lines) {
        return "WITH RECURSIVE " + counts(lines) + "SELECT line, below FROM counts";
    }

    /** A query for the ids of realisations that count for any of these lines. */
    static String realisations(String lines) {
        return """
                SELECT s.realisation FROM plan.realisation_served s
                WHERE s.action IN (WITH RECURSIVE %s SELECT below FROM counts)
                """.formatted(counts(lines));
    }
}
