package org.convergence.directory.people.domain;

import java.util.Collection;
import java.util.UUID;
import org.convergence.directory.people.Period;

/** The rule for affiliations: on no day does an organisation belong to itself, directly or indirectly. */
final class AffiliationPolicy {

    private AffiliationPolicy() {}

    /**
     * Whether a new affiliation would close a circle on some day.
     *
     * @param known the existing affiliations, which contain no circle
     */
    static boolean closesCircle(Affiliation proposed, Collection<Affiliation> known) {
        return reaches(proposed.parent(), proposed.member(), proposed.period(), proposed.id(), known);
    }

    private static boolean reaches(UUID from, UUID to, Period days, UUID except, Collection<Affiliation> known) {
        if (from.equals(to)) {
            return true;
        }
        for (Affiliation step : known) {
            if (step.member().equals(from)
                    && !step.id().equals(except)
                    && step.period().overlaps(days)
                    && reaches(step.parent(), to, step.period().shared(days), except, known)) {
                return true;
            }
        }
        return false;
    }
}
