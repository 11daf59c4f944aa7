package org.convergence.safety.incident;

import java.util.UUID;
import org.convergence.platform.database.Identifier;

/** An incident or a near miss. */
public record SafetyIncidentId(UUID value) implements Identifier {}
