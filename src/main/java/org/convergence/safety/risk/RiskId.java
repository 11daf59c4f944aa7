package org.convergence.safety.risk;

import java.util.UUID;
import org.convergence.platform.database.Identifier;

/** A risk of the register. */
public record RiskId(UUID value) implements Identifier {}
