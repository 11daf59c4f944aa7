package org.convergence.directory.handover;

import java.util.UUID;
import org.convergence.platform.database.Identifier;

/** A hand-over that took place. */
public record HandoverId(UUID value) implements Identifier {}
