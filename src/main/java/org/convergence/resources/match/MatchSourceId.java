package org.convergence.resources.match;

import java.util.UUID;
import org.convergence.platform.database.Identifier;

/** The id of a source of a match. */
public record MatchSourceId(UUID value) implements Identifier {}
