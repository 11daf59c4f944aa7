package org.convergence.plan.realisation;

import java.math.BigDecimal;

/**
 * What done realisations amount to. Each of them was counted once, whatever the number of actions that it serves.
 * Participations are not people: who comes twice is two.
 *
 * @param realisations how many
 * @param uncounted how many of them without a number of participations
 * @param participations how many took part
 * @param organisations that took part, each once
 * @param staffHours in hours: what was entered, else the estimate
 * @param volunteerHours in hours: what was entered, else the estimate
 * @param copies handed out
 */
public record Figures(
        int realisations,
        int uncounted,
        Gender participations,
        int organisations,
        BigDecimal staffHours,
        BigDecimal volunteerHours,
        long copies) {

    /** Nothing was done. */
    public static final Figures NONE =
            new Figures(0, 0, new Gender(0, 0, 0, 0, 0), 0, BigDecimal.ZERO, BigDecimal.ZERO, 0);

    /**
     * Participations by what people said of their gender; the total is the sum of the four.
     *
     * @param youth how many of them all were said to be young
     */
    public record Gender(long women, long men, long other, long notStated, long youth) {

        public long total() {
            return women + men + other + notStated;
        }
    }

    /** Hours of staff and volunteers. */
    public BigDecimal hours() {
        return staffHours.add(volunteerHours);
    }
}
