package org.convergence.education.workshop;

import java.util.UUID;
import org.convergence.platform.database.Identifier;

/** A person of the pool of facilitators. */
public record FacilitatorId(UUID value) implements Identifier {}
