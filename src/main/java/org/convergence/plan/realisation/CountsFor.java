package org.convergence.plan.realisation;

import java.util.List;
import java.util.Set;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.platform.text.Words;

/**
 * Says where something that is recorded will count: « Comptera pour : rapport annuel, CA du 28 janvier ». Contributed by
 * each module that tells what was done: a bean of this type. Asked while someone is typing, so it costs a query at most.
 */
public interface CountsFor {

    /** Place in the sentence, in tens. */
    int order();

    /** Brief names, as they stand in the middle of a sentence; empty where it counts for nothing here. */
    List<String> of(Set<ActionId> actions, Days when, Words t);
}
