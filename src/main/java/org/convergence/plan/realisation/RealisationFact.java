package org.convergence.plan.realisation;

import java.util.List;
import java.util.Set;
import org.convergence.directory.people.OrganisationName;
import org.convergence.plan.actionplan.ActionId;

/**
 * A complete realisation for reports, so that no further query is needed.
 *
 * @param version grows with each change; a filed report compares it to find later corrections
 * @param worked whether some of its hours were entered as time, and are not an estimate
 * @param organisations the participating organisations, in order
 * @param telling its actions may belong to other plans too
 */
public record RealisationFact(
        RealisationId id,
        int version,
        RealisationState state,
        RealisationDetails happening,
        Amounts amounts,
        boolean worked,
        List<OrganisationName> organisations,
        PlanAttribution telling) {

    public RealisationFact {
        organisations = List.copyOf(organisations);
    }

    /** The actions served. */
    public Set<ActionId> actions() {
        return telling.actions();
    }
}
