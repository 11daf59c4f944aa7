package org.convergence.plan.actionplan.domain;

import java.util.Map;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.actionplan.PlanProgress;

/**
 * A plan with its progress.
 *
 * @param followed the follow-up of each action and sub-action
 */
public record PlanBoard(PlanHeader header, PlanProgress progress, Map<ActionId, FollowedAction> followed) {}
