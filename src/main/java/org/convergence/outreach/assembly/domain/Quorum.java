package org.convergence.outreach.assembly.domain;

/**
 * A quorum rule.
 *
 * @param numerator for a count, the count itself
 * @param denominator 1 for a count
 * @param moreThan whether more than the fraction is needed, as in « plus de la moitié »
 */
public record Quorum(QuorumMeasure measure, int numerator, int denominator, boolean moreThan) {

    /** The unit that a quorum counts. */
    public enum QuorumMeasure {
        /** A fixed number of seats. */
        COUNT,
        /** A fraction of all seats. */
        SEATS,
        /** A fraction of the seats held that day. */
        HELD_SEATS,
        /** A fraction of the organisations that hold seats. */
        ORGANISATIONS
    }

    public Quorum {
        boolean count = measure == QuorumMeasure.COUNT;
        if (numerator < 1
                || denominator < 1
                || (count && (denominator != 1 || moreThan))
                || (!count && numerator > denominator)) {
            throw new IllegalArgumentException("a count, or a fraction");
        }
    }

    /** A fixed number of seats. */
    public static Quorum ofSeats(int seats) {
        return new Quorum(QuorumMeasure.COUNT, seats, 1, false);
    }

    /** More than half of the seats held: the usual rule if a by-law has none. */
    public static Quorum moreThanHalf() {
        return new Quorum(QuorumMeasure.HELD_SEATS, 1, 2, true);
    }
}
