package org.convergence.plan.realisation;

import java.util.List;
import java.util.Set;
import org.convergence.directory.people.OrganisationName;
import org.convergence.plan.actionplan.ActionId;

/**
 * A realisation as a report rests on it, whole, so that nothing else has to be asked.
 *
 * @param version grows with each change, by which a filed report knows what was corrected since
 * @param worked whether some of its hours were entered hour by hour, and are not an estimate
 * @param organisations those that took part, in order
 * @param telling its actions may be of other plans too
 */
public record RealisationFact(
        RealisationId id,
        int version,
        RealisationState state,
        Happening happening,
        Amounts amounts,
        boolean worked,
        List<OrganisationName> organisations,
        Telling telling) {

    public RealisationFact {
        organisations = List.copyOf(organisations);
    }

    /** The actions served. */
    public Set<ActionId> actions() {
        return telling.actions();
    }
}
