package org.convergence.plan.realisation;

import java.util.List;
import java.util.Set;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.actionplan.Evidence;
import org.convergence.platform.text.Words;

/**
 * Says where something that is recorded will count: « Comptera pour : rapport annuel, CA du 28 janvier ». Contributed by
 * each module that tells what was done: a bean of this type. Asked while someone is typing, so it costs a query at most.
 */
public interface CountsFor {

    /** Place in the sentence, in tens. */
    int order();

    /**
     * What is recorded.
     *
     * @param actions the lines that it serves
     * @param adds what it alone adds to the evidence of each
     */
    record Recorded(Set<ActionId> actions, Days when, Evidence adds) {

        public Recorded {
            actions = Set.copyOf(actions);
        }
    }

    /** Brief names, as they stand in the middle of a sentence; empty where it counts for nothing here. */
    List<String> of(Recorded what, Words t);
}
