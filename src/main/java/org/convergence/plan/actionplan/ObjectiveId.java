package org.convergence.plan.actionplan;

import java.util.UUID;
import org.convergence.platform.database.Identifier;

/** An objective of a plan. */
public record ObjectiveId(UUID value) implements Identifier {}
