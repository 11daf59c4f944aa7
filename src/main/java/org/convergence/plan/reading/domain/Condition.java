package org.convergence.plan.reading.domain;

import org.convergence.plan.actionplan.Commitment;

/**
 * What an action depends on.
 *
 * @param commitment what the words make of the promise; never firm
 * @param words the words that led to it, as the file has them
 * @param inherited the words stand over the action, not in it
 */
public record Condition(Commitment commitment, String words, boolean inherited) {}
