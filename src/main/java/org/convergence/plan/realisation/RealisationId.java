package org.convergence.plan.realisation;

import java.util.UUID;
import org.convergence.platform.database.Identifier;

/** Id of a realisation. */
public record RealisationId(UUID value) implements Identifier {}
