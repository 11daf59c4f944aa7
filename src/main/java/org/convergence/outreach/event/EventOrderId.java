package org.convergence.outreach.event;

import java.util.UUID;
import org.convergence.platform.database.Identifier;

/** An order of seats. */
public record EventOrderId(UUID value) implements Identifier {}
