package org.convergence.outreach.assembly.domain;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How rows that hold words are found. The database does not know how many there are: a word that stands nowhere would be
 * looked for in every row in the order of days, and one that stands everywhere would have all of its rows put in order.
 */
final class HeldWords {

    /** So many are found by the words; more, by the day. */
    private static final int FEW = 1_000;

    private static final String HOLDS = """
            %s.words @@ (websearch_to_tsquery('platform.fr', :words) || websearch_to_tsquery('platform.en', :words))""";

    private HeldWords() {}

    /** The condition that rows of a table, known by a short name, hold the words of the parameter {@code words}. */
    static String in(String table, String name, String words, JdbcClient db) {
        String found = " FROM " + table + " f WHERE " + HOLDS.formatted("f");
        int many = db.sql("SELECT count(*) FROM (SELECT" + found + " LIMIT :most) AS few")
                .param("words", words)
                .param("most", FEW + 1)
                .query(Integer.class)
                .single();
        return many > FEW
                // Beside its index, which would find them all.
                ? "(" + HOLDS.formatted(name) + ") IS TRUE"
                : name + ".id = ANY (ARRAY(SELECT f.id" + found + "))";
    }
}
