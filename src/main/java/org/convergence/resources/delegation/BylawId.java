package org.convergence.resources.delegation;

import java.util.UUID;
import org.convergence.platform.database.Identifier;

/** How many delegates and votes a category has from a day on. */
public record BylawId(UUID value) implements Identifier {}
