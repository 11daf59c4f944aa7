package org.convergence.cooperation.project.domain;

/**
 * A number of people by sex. <i>Not stated</i> is a cell, and the total is always the sum of the four (R-GAR-5).
 *
 * @param women zero or more, as the others
 */
public record PeopleBySex(int women, int men, int other, int notStated) {

    /** The highest number in a cell. */
    public static final int MOST = 10_000_000;

    /** Nobody. */
    public static final PeopleBySex NOBODY = new PeopleBySex(0, 0, 0, 0);

    public PeopleBySex {
        if (women < 0 || men < 0 || other < 0 || notStated < 0) {
            throw new IllegalArgumentException("a negative number of people");
        }
    }

    public long total() {
        return (long) women + men + other + notStated;
    }

    /** The sums of the cells. */
    public PeopleBySex plus(PeopleBySex more) {
        return new PeopleBySex(
                Math.addExact(women, more.women),
                Math.addExact(men, more.men),
                Math.addExact(other, more.other),
                Math.addExact(notStated, more.notStated));
    }
}
