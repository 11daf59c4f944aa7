package org.convergence.outreach.assembly;

import java.util.UUID;
import org.convergence.platform.database.Identifier;

/** A body. */
public record BodyId(UUID value) implements Identifier {}
