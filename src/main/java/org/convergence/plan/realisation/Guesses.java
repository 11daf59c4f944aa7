package org.convergence.plan.realisation;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.OrganisationName;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.actionplan.PlanLine;

/** What titles say of what was done, for who proposes that it be recorded. However many are asked for, it costs the same. */
public interface Guesses {

    /** What each title says. */
    Map<String, Guess> of(Collection<String> titles);

    /**
     * What a title says.
     *
     * @param lines of the plans of today that it serves for sure; none where nothing is sure
     * @param organisations that are named in it
     */
    record Guess(List<PlanLine> lines, List<OrganisationName> organisations, RealisationKind kind) {

        /** Nothing. */
        public static final Guess NOTHING = new Guess(List.of(), List.of(), RealisationKind.OTHER);

        public Set<ActionId> actions() {
            return lines.stream().map(PlanLine::id).collect(Collectors.toSet());
        }

        public Set<OrganisationId> with() {
            return organisations.stream().map(OrganisationName::id).collect(Collectors.toSet());
        }
    }
}
