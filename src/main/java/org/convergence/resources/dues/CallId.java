package org.convergence.resources.dues;

import java.util.UUID;
import org.convergence.platform.database.Identifier;

/** The id of a call for dues. */
public record CallId(UUID value) implements Identifier {}
