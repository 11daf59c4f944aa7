package org.convergence.plan.realisation;

import java.util.List;
import java.util.Set;
import org.convergence.plan.actionplan.ActionEvidence;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.platform.access.Ranked;
import org.convergence.platform.text.Words;

/**
 * Tells where a recorded realisation will count: « Comptera pour : rapport annuel, CA du 28 janvier ». Each module that
 * uses realisations contributes a bean of this type. Called while a person is typing, so it may cost one query at most.
 */
public interface ContributionSource extends Ranked {

    /**
     * The recorded realisation.
     *
     * @param actions the lines that it serves
     * @param adds what this realisation adds to the evidence of each line
     */
    record RecordedEvidence(Set<ActionId> actions, DayRange when, ActionEvidence adds) {

        public RecordedEvidence {
            actions = Set.copyOf(actions);
        }
    }

    /** Short names for the middle of a sentence; empty where it counts for nothing here. */
    List<String> describe(RecordedEvidence what, Words t);
}
