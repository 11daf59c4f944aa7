package org.convergence.resources.declaration;

import java.util.UUID;
import org.convergence.platform.database.Identifier;

/** A round that asks organisations for their headcount on one day. */
public record RoundId(UUID value) implements Identifier {}
