package org.convergence.outreach.assembly.domain;

import org.convergence.platform.database.Refused;

/** Whether a vote carries. */
public final class MajorityPolicy {

    private MajorityPolicy() {}

    /**
     * The votes cast.
     *
     * @param present votes that could be cast: one for each represented seat
     */
    public record VoteCount(int inFavour, int against, int abstentions, int present) {

        public VoteCount {
            if (inFavour < 0 || against < 0 || abstentions < 0) {
                throw new IllegalArgumentException("a negative number of votes");
            }
        }

        int cast() {
            return inFavour + against;
        }
    }

    /** @throws Refused if more votes were cast than seats were represented */
    public static void requirePossible(VoteCount voices) {
        int all = voices.cast() + voices.abstentions();
        if (all > voices.present()) {
            throw new Refused("assembly.refused.more-voices", all, voices.present());
        }
    }

    /** Whether the votes carry it; abstentions count for neither side. */
    public static boolean carries(Majority rule, VoteCount voices) {
        int whole = rule.ofPresent() ? voices.present() : voices.cast();
        long mine = (long) voices.inFavour() * rule.denominator();
        long asked = (long) rule.numerator() * whole;
        return voices.inFavour() > 0 && (rule.moreThan() ? mine > asked : mine >= asked);
    }
}
