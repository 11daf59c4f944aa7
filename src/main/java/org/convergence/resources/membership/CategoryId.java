package org.convergence.resources.membership;

import java.util.UUID;
import org.convergence.platform.database.Identifier;

/** A category of members. */
public record CategoryId(UUID value) implements Identifier {}
