package org.convergence.resources.dues;

import java.util.UUID;
import org.convergence.platform.database.Identifier;

/** A rate that was adopted. */
public record RateId(UUID value) implements Identifier {}
