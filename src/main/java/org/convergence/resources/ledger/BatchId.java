package org.convergence.resources.ledger;

import java.util.UUID;
import org.convergence.platform.database.Identifier;

/** The id of a batch of the accountant. */
public record BatchId(UUID value) implements Identifier {}
