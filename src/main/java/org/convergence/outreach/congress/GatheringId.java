package org.convergence.outreach.congress;

import java.util.UUID;
import org.convergence.platform.database.Identifier;

/** A gathering of an organisation. */
public record GatheringId(UUID value) implements Identifier {}
