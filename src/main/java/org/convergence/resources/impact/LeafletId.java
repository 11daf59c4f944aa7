package org.convergence.resources.impact;

import java.util.UUID;
import org.convergence.platform.database.Identifier;

/** A leaflet: what a member's membership made possible in a period. */
public record LeafletId(UUID value) implements Identifier {}
