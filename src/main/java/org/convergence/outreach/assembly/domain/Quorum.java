package org.convergence.outreach.assembly.domain;

/**
 * How many must be there.
 *
 * @param numerator for a count, the count itself
 * @param denominator 1 for a count
 * @param moreThan whether it takes more than the part, as in « plus de la moitié »
 */
public record Quorum(Measure measure, int numerator, int denominator, boolean moreThan) {

    /** What is counted. */
    public enum Measure {
        /** So many seats, however many there are. */
        COUNT,
        /** A part of all seats. */
        SEATS,
        /** A part of the seats that someone holds that day. */
        HELD_SEATS,
        /** A part of the organisations that hold seats. */
        ORGANISATIONS
    }

    public Quorum {
        boolean count = measure == Measure.COUNT;
        if (numerator < 1
                || denominator < 1
                || (count && (denominator != 1 || moreThan))
                || (!count && numerator > denominator)) {
            throw new IllegalArgumentException("a count, or a part of a whole");
        }
    }

    /** So many seats. */
    public static Quorum of(int seats) {
        return new Quorum(Measure.COUNT, seats, 1, false);
    }

    /** More than half of the seats that someone holds: what is usual where a by-law says nothing else. */
    public static Quorum moreThanHalf() {
        return new Quorum(Measure.HELD_SEATS, 1, 2, true);
    }
}
