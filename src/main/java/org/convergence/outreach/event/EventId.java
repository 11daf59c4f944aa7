package org.convergence.outreach.event;

import java.util.UUID;
import org.convergence.platform.database.Identifier;

/** An event. */
public record EventId(UUID value) implements Identifier {}
