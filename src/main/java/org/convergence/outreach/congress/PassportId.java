package org.convergence.outreach.congress;

import java.util.UUID;
import org.convergence.platform.database.Identifier;

/** A model resolution. */
public record PassportId(UUID value) implements Identifier {}
