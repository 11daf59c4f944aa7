package org.convergence.advocacy.position;

import java.util.UUID;
import org.convergence.platform.database.Identifier;

/** A position. */
public record PositionId(UUID value) implements Identifier {}
