package org.convergence.resources.ledger;

import java.util.UUID;
import org.convergence.platform.database.Identifier;

/** The id of a credit or a write-off. */
public record ReductionId(UUID value) implements Identifier {}
