package org.convergence.plan.realisation.domain;

import org.convergence.plan.actionplan.PlanLine;

/**
 * A line of a plan that something may serve.
 *
 * @param score from 0 to 1, how much speaks for it
 * @param sure whether enough does to take it unless someone says otherwise
 */
public record Proposal(PlanLine line, double score, boolean sure) {}
