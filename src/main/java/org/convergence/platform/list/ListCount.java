package org.convergence.platform.list;

/**
 * The number of rows that a filter selects.
 *
 * @param counted exact up to {@link #MOST}
 * @param isMore whether there are more than were counted, shown as « 10 000+ »
 */
public record ListCount(long counted, boolean isMore) {

    /** The limit of exact counts. */
    public static final int MOST = 10_000;

    /** The count, from a query limited to one more than {@link #MOST}. */
    static ListCount capped(long found) {
        return new ListCount(Math.min(found, MOST), found > MOST);
    }

    /** The rows that were counted, plus one if there are more. */
    public long atLeast() {
        return isMore ? counted + 1 : counted;
    }
}
