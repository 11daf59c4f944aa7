package org.convergence.plan.actionplan;

import java.util.UUID;
import org.convergence.platform.database.Identifier;

/** A means of an objective. */
public record MeansId(UUID value) implements Identifier {}
