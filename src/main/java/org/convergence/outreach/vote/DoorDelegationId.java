package org.convergence.outreach.vote;

import java.util.UUID;
import org.convergence.platform.database.Identifier;

/** A delegation at a meeting. */
public record DoorDelegationId(UUID value) implements Identifier {}
