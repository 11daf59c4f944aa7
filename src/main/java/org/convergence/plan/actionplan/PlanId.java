package org.convergence.plan.actionplan;

import java.util.UUID;
import org.convergence.platform.database.Identifier;

/** An action plan. */
public record PlanId(UUID value) implements Identifier {}
