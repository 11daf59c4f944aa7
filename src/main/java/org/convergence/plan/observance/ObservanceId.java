package org.convergence.plan.observance;

import java.util.UUID;
import org.convergence.platform.database.Identifier;

/** A day that returns each year. */
public record ObservanceId(UUID value) implements Identifier {}
