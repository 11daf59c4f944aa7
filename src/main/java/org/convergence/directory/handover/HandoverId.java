package org.convergence.directory.handover;

import java.util.UUID;
import org.convergence.platform.database.Identifier;

/** The id of a hand-over. */
public record HandoverId(UUID value) implements Identifier {}
