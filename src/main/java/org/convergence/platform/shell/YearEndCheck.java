package org.convergence.platform.shell;

/**
 * What a module still misses before a year can be accounted for: a bean of this type. It declares one SELECT; those of
 * all modules are read in one query, so that a further module costs the page none. A settled thing leaves its rows.
 *
 * @param order position on the page, in tens
 * @param key message key of the sentence that names the things, with their number as argument
 * @param permission the permission required to see them
 * @param list the page on which all of them are found
 * @param sql a SELECT of the things not settled, with the columns {@code id}, {@code day}, {@code title} (text or
 *     null) and {@code url}, the page where the thing is settled. Its parameters are {@code :plan}, the plan of the
 *     year, and {@code :from} and {@code :to}, the first and last day of the year
 */
public record YearEndCheck(int order, String key, String permission, String list, String sql) {

    /** The position of the report that accounts for the year: written when everything else is settled. */
    public static final int REPORT = 1000;
}
