package org.convergence.platform.list;

/**
 * How many rows a filter lets through.
 *
 * @param counted exact up to {@link #MOST}
 * @param isMore whether there are more than were counted, shown as « 10 000+ »
 */
public record ListCount(long counted, boolean isMore) {

    /** Counted exactly up to here. */
    public static final int MOST = 10_000;

    /** From a count that was stopped one above {@link #MOST}. */
    static ListCount capped(long found) {
        return new ListCount(Math.min(found, MOST), found > MOST);
    }

    /** The rows that were counted, one more where there are more. */
    public long atLeast() {
        return isMore ? counted + 1 : counted;
    }
}
