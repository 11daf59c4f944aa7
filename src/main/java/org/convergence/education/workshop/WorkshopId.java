package org.convergence.education.workshop;

import java.util.UUID;
import org.convergence.platform.database.Identifier;

/** A workshop of the catalogue. */
public record WorkshopId(UUID value) implements Identifier {}
