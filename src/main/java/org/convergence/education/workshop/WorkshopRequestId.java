package org.convergence.education.workshop;

import java.util.UUID;
import org.convergence.platform.database.Identifier;

/** What someone asks of the workshops. */
public record WorkshopRequestId(UUID value) implements Identifier {}
