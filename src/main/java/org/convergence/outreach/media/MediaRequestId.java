package org.convergence.outreach.media;

import java.util.UUID;
import org.convergence.platform.database.Identifier;

/** What a journalist asked. */
public record MediaRequestId(UUID value) implements Identifier {}
