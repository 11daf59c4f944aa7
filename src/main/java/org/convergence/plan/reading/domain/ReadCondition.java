package org.convergence.plan.reading.domain;

import org.convergence.plan.actionplan.Commitment;

/**
 * What an action depends on.
 *
 * @param commitment the commitment that the words imply; never firm
 * @param words the words that led to it, as in the file
 * @param inherited the words are above the action, not in it
 */
public record ReadCondition(Commitment commitment, String words, boolean inherited) {}
