package org.convergence.education.workshop;

import java.util.UUID;
import org.convergence.platform.database.Identifier;

/** A workshop on a day. */
public record WorkshopSessionId(UUID value) implements Identifier {}
