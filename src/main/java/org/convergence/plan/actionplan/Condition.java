package org.convergence.plan.actionplan;

/**
 * A condition that the plan sets on an action.
 *
 * @param commitment the resulting commitment; never {@link Commitment#FIRM}
 * @param words the plan's wording of the condition
 * @param inherited whether the wording belongs to the whole means rather than to the action's own text
 */
public record Condition(Commitment commitment, String words, boolean inherited) {}
