package org.convergence.outreach.assembly.domain;

import org.convergence.platform.search.TypedWords;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How rows that hold typed words are found, as few or as many ({@link TypedWords#FEW}). */
final class HeldWords {

    private HeldWords() {}

    /** The condition that rows of a table, known by a short name, hold the query of the parameter {@code words}. */
    static String in(String table, String name, String query, JdbcClient db) {
        String found = " FROM " + table + " f WHERE " + TypedWords.in("f.words");
        // Set apart, so that the limit does not make the database read every row for lack of knowing how few there are.
        int many = db.sql("WITH held AS MATERIALIZED (SELECT f.id" + found
                        + ") SELECT count(*) FROM (SELECT FROM held LIMIT :most) AS few")
                .param("words", query)
                .param("most", TypedWords.FEW + 1)
                .query(Integer.class)
                .single();
        return many > TypedWords.FEW
                // Beside its index, which would find them all.
                ? "(" + TypedWords.in(name + ".words") + ") IS TRUE"
                : name + ".id = ANY (ARRAY(SELECT f.id" + found + "))";
    }
}
