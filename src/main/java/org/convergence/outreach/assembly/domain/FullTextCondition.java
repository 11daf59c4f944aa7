package org.convergence.outreach.assembly.domain;

import org.convergence.platform.search.FullTextQuery;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Builds the full-text condition for few or many matching rows ({@link FullTextQuery#FEW}). */
final class FullTextCondition {

    private FullTextCondition() {}

    /** The condition that rows of a table, with this alias, match the query in parameter {@code words}. */
    static String condition(String table, String name, String query, JdbcClient db) {
        String found = " FROM " + table + " f WHERE " + FullTextQuery.matches("f.words");
        // MATERIALIZED: otherwise the limit makes the planner read every row, as it cannot estimate the matches.
        int many = db.sql("WITH held AS MATERIALIZED (SELECT f.id" + found
                        + ") SELECT count(*) FROM (SELECT FROM held LIMIT :most) AS few")
                .param("words", query)
                .param("most", FullTextQuery.FEW + 1)
                .query(Integer.class)
                .single();
        return many > FullTextQuery.FEW
                // IS TRUE avoids the index, which would return them all.
                ? "(" + FullTextQuery.matches(name + ".words") + ") IS TRUE"
                : name + ".id = ANY (ARRAY(SELECT f.id" + found + "))";
    }
}
