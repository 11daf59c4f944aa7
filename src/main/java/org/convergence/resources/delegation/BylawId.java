package org.convergence.resources.delegation;

import java.util.UUID;
import org.convergence.platform.database.Identifier;

/** A by-law table: delegates and votes of a category from a day on. */
public record BylawId(UUID value) implements Identifier {}
