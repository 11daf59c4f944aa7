package org.convergence.plan.reading.domain;

import java.util.List;
import org.convergence.plan.actionplan.Commitment;

/**
 * Something that the plan says will be done, or a part of it.
 *
 * @param wording its text, never empty; a title only where the plan gives both
 * @param commitment the first of its conditions in the order of {@link Commitment}, else firm
 * @param conditions what its own text, or the text above it, makes it depend on
 * @param doneWords words that say it is already done, such as "(financement obtenu)", or empty
 * @param follow responsible, due date and other columns of the plan
 * @param subActions its parts
 */
public record ReadAction(
        ReadWording wording,
        Commitment commitment,
        List<ReadCondition> conditions,
        String doneWords,
        ReadFollowUp follow,
        List<ReadAction> subActions) {

    public ReadAction {
        conditions = List.copyOf(conditions);
        subActions = List.copyOf(subActions);
    }

    /** Whether the plan says that it is already done. */
    public boolean proposesDone() {
        return !doneWords.isEmpty();
    }
}
