package org.convergence.resources.dues;

import java.util.UUID;
import org.convergence.platform.database.Identifier;

/** The id of an adopted rate. */
public record RateId(UUID value) implements Identifier {}
