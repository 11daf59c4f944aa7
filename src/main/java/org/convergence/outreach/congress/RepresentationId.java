package org.convergence.outreach.congress;

import java.util.UUID;
import org.convergence.platform.database.Identifier;

/** Our presence at an organisation. */
public record RepresentationId(UUID value) implements Identifier {}
