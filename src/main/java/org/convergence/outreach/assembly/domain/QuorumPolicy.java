package org.convergence.outreach.assembly.domain;

/** Whether a quorum is reached. */
public final class QuorumPolicy {

    private QuorumPolicy() {}

    /**
     * The totals to compare with.
     *
     * @param seats of the body that day
     * @param held seats with a holder or a substitute
     * @param organisations that hold seats, each once
     */
    public record SeatTotals(int seats, int held, int organisations) {}

    /**
     * The result.
     *
     * @param present seats, or organisations, that are represented
     * @param of the total, as the rule counts it; for a count, all seats
     * @param required the number needed; at least one
     */
    public record QuorumResult(Quorum rule, int present, int of, int required) {

        public boolean isReached() {
            return present >= required;
        }
    }

    /**
     * Checks the quorum; it needs at least one.
     *
     * @param seats represented seats
     * @param organisations represented organisations, each once
     */
    public static QuorumResult evaluate(Quorum rule, SeatTotals whole, int seats, int organisations) {
        int of =
                switch (rule.measure()) {
                    case COUNT, SEATS -> whole.seats();
                    case HELD_SEATS -> whole.held();
                    case ORGANISATIONS -> whole.organisations();
                };
        int present = rule.measure() == Quorum.QuorumMeasure.ORGANISATIONS ? organisations : seats;
        return new QuorumResult(rule, present, of, required(rule, of));
    }

    private static int required(Quorum rule, int of) {
        if (rule.measure() == Quorum.QuorumMeasure.COUNT) {
            return rule.numerator();
        }
        int part = rule.numerator() * of;
        int least = rule.moreThan() ? part / rule.denominator() + 1 : -Math.floorDiv(-part, rule.denominator());
        return Math.max(1, least);
    }
}
