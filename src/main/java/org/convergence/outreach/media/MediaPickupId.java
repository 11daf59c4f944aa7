package org.convergence.outreach.media;

import java.util.UUID;
import org.convergence.platform.database.Identifier;

/** A place where the press spoke of us. */
public record MediaPickupId(UUID value) implements Identifier {}
