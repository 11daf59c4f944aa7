package org.convergence.outreach.assembly.domain;

import org.convergence.platform.database.Refused;

/** Whether a vote carries. */
public final class MajorityPolicy {

    private MajorityPolicy() {}

    /**
     * How voices were cast.
     *
     * @param present voices that could be cast: one for each seat for which someone was there
     */
    public record Voices(int inFavour, int against, int abstentions, int present) {

        public Voices {
            if (inFavour < 0 || against < 0 || abstentions < 0) {
                throw new IllegalArgumentException("fewer than no voices");
            }
        }

        int cast() {
            return inFavour + against;
        }
    }

    /** @throws Refused where more voices were cast than seats were there */
    public static void requirePossible(Voices voices) {
        int all = voices.cast() + voices.abstentions();
        if (all > voices.present()) {
            throw new Refused("assembly.refused.more-voices", all, voices.present());
        }
    }

    /** Whether the voices carry it: abstentions are cast for neither side. */
    public static boolean carries(Majority rule, Voices voices) {
        int whole = rule.ofPresent() ? voices.present() : voices.cast();
        long mine = (long) voices.inFavour() * rule.denominator();
        long asked = (long) rule.numerator() * whole;
        return voices.inFavour() > 0 && (rule.moreThan() ? mine > asked : mine >= asked);
    }
}
