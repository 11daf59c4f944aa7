package org.convergence.outreach.assembly.domain;

/** Whether enough are there. */
public final class QuorumPolicy {

    private QuorumPolicy() {}

    /**
     * What there is to count with.
     *
     * @param seats of the body that day
     * @param held seats that someone holds or sits in for
     * @param organisations that hold seats, each once
     */
    public record Whole(int seats, int held, int organisations) {}

    /**
     * What was found.
     *
     * @param present seats, or organisations, that are there
     * @param of how many there are in all, as the rule counts them; for a count, all seats
     * @param required how many it takes; at least one
     */
    public record Finding(Quorum rule, int present, int of, int required) {

        public boolean isReached() {
            return present >= required;
        }

        /** Whether organisations are counted rather than seats. */
        public boolean byOrganisations() {
            return rule.measure() == Quorum.Measure.ORGANISATIONS;
        }
    }

    /**
     * Whether that is enough. Nobody is never enough.
     *
     * @param seats seats for which someone is there
     * @param organisations organisations for which someone is there, each once
     */
    public static Finding find(Quorum rule, Whole whole, int seats, int organisations) {
        int of =
                switch (rule.measure()) {
                    case COUNT, SEATS -> whole.seats();
                    case HELD_SEATS -> whole.held();
                    case ORGANISATIONS -> whole.organisations();
                };
        int present = rule.measure() == Quorum.Measure.ORGANISATIONS ? organisations : seats;
        return new Finding(rule, present, of, required(rule, of));
    }

    private static int required(Quorum rule, int of) {
        if (rule.measure() == Quorum.Measure.COUNT) {
            return rule.numerator();
        }
        int part = rule.numerator() * of;
        int least = rule.moreThan() ? part / rule.denominator() + 1 : -Math.floorDiv(-part, rule.denominator());
        return Math.max(1, least);
    }
}
