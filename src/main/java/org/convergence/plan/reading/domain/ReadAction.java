package org.convergence.plan.reading.domain;

import java.util.List;
import org.convergence.plan.actionplan.Commitment;

/**
 * Something that the plan says will be done, or a part of it.
 *
 * @param wording its words; the text is never empty, a title stands only where the plan gives both
 * @param commitment the first of its conditions in the order of {@link Commitment}, else firm
 * @param conditions what its words, or the words over it, make it depend on
 * @param doneWords words that say it is done already, such as "(financement obtenu)", or empty
 * @param follow who, when, what for, as the plan says
 * @param subActions its parts
 */
public record ReadAction(
        Wording wording,
        Commitment commitment,
        List<Condition> conditions,
        String doneWords,
        FollowUp follow,
        List<ReadAction> subActions) {

    public ReadAction {
        conditions = List.copyOf(conditions);
        subActions = List.copyOf(subActions);
    }

    /** The plan says that it is done already. */
    public boolean proposesDone() {
        return !doneWords.isEmpty();
    }
}
