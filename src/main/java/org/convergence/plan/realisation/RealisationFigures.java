package org.convergence.plan.realisation;

import java.math.BigDecimal;

/**
 * The totals of done realisations. Each is counted once, however many actions it serves. Participations are not people:
 * a person who comes twice counts as two.
 *
 * @param realisations number of realisations
 * @param uncounted number of realisations without a number of participations
 * @param participations number of participations
 * @param organisations number of participating organisations, each counted once
 * @param staffHours hours entered, else the estimate
 * @param volunteerHours hours entered, else the estimate
 * @param copies handed out
 */
public record RealisationFigures(
        int realisations,
        int uncounted,
        GenderCounts participations,
        int organisations,
        BigDecimal staffHours,
        BigDecimal volunteerHours,
        long copies) {

    /** No realisation. */
    public static final RealisationFigures NONE =
            new RealisationFigures(0, 0, new GenderCounts(0, 0, 0, 0, 0), 0, BigDecimal.ZERO, BigDecimal.ZERO, 0);

    /**
     * Participations by stated gender; the total is the sum of the four.
     *
     * @param youth number of them stated as young
     */
    public record GenderCounts(long women, long men, long other, long notStated, long youth) {

        public long total() {
            return women + men + other + notStated;
        }

        /** Whether a gender is stated for at least one participation. */
        public boolean isStated() {
            return women + men + other > 0;
        }
    }

    /** Hours of staff and volunteers. */
    public BigDecimal hours() {
        return staffHours.add(volunteerHours);
    }
}
