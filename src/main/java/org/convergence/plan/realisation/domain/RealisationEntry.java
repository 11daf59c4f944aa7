package org.convergence.plan.realisation.domain;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.convergence.directory.people.OrganisationId;
import org.convergence.plan.realisation.Amounts;
import org.convergence.plan.realisation.PlanAttribution;
import org.convergence.plan.realisation.RealisationDetails;

/**
 * A realisation entered by hand. If it comes from a source, only the plan attribution is used.
 *
 * @param newcomers names of participating organisations to be added to the directory with it
 */
public record RealisationEntry(
        RealisationDetails happening, Collection<String> newcomers, Amounts amounts, PlanAttribution telling) {

    public RealisationEntry {
        newcomers = List.copyOf(newcomers);
    }

    /** Creates an entry without new organisations. */
    public RealisationEntry(RealisationDetails happening, Amounts amounts, PlanAttribution telling) {
        this(happening, List.of(), amounts, telling);
    }

    /** The details with all participants, after the new organisations are added. */
    RealisationDetails withNewcomers(Function<String, OrganisationId> enter) {
        if (newcomers.isEmpty()) {
            return happening;
        }
        Set<OrganisationId> all = new LinkedHashSet<>(happening.organisations());
        newcomers.stream().map(enter).forEach(all::add);
        return new RealisationDetails(
                happening.title(),
                happening.kind(),
                happening.when(),
                happening.place(),
                happening.participations(),
                all);
    }
}
