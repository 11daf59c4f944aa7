package org.convergence.plan.actionplan;

/**
 * A condition that the plan sets on an action.
 *
 * @param commitment what it makes of the promise; never {@link Commitment#FIRM}
 * @param words the words of the plan that say so
 * @param inherited whether they stand over the whole means rather than in the action's own text
 */
public record Condition(Commitment commitment, String words, boolean inherited) {}
