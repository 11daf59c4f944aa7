package org.convergence.resources.ledger;

import java.util.UUID;
import org.convergence.platform.database.Identifier;

/** A credit or a write-off. */
public record ReductionId(UUID value) implements Identifier {}
