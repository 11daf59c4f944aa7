package org.convergence.resources.dues;

import java.util.UUID;
import org.convergence.platform.database.Identifier;

/** A call of dues. */
public record CallId(UUID value) implements Identifier {}
