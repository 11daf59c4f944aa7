package org.convergence.plan.realisation.domain;

import org.convergence.plan.actionplan.PlanLine;

/**
 * A line of a plan that a realisation may serve.
 *
 * @param score from 0 to 1
 * @param sure whether the score is high enough to select the line by default
 */
public record ServedLineProposal(PlanLine line, double score, boolean sure) {}
