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

/**
 * Guesses the details of realisations from titles, for modules that propose to record them. The cost does not depend on
 * the number of titles.
 */
public interface RealisationGuesser {

    /** The guess for each title. */
    Map<String, RealisationGuess> guess(Collection<String> titles);

    /**
     * A guess from a title.
     *
     * @param lines lines of the current plans that it certainly serves; empty if none is certain
     * @param organisations organisations named in it
     */
    record RealisationGuess(List<PlanLine> lines, List<OrganisationName> organisations, RealisationKind kind) {

        /** No guess. */
        public static final RealisationGuess NOTHING =
                new RealisationGuess(List.of(), List.of(), RealisationKind.OTHER);

        public Set<ActionId> actions() {
            return lines.stream().map(PlanLine::id).collect(Collectors.toSet());
        }

        public Set<OrganisationId> with() {
            return organisations.stream().map(OrganisationName::id).collect(Collectors.toSet());
        }
    }
}
