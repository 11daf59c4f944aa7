package org.convergence.outreach.event.domain;

import java.util.UUID;
import org.convergence.platform.database.Identifier;

/** A ticket that another site sold. */
public record TicketId(UUID value) implements Identifier {}
