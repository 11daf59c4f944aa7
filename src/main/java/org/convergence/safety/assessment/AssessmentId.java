package org.convergence.safety.assessment;

import java.util.UUID;
import org.convergence.platform.database.Identifier;

/** The self-assessment of one year. */
public record AssessmentId(UUID value) implements Identifier {}
