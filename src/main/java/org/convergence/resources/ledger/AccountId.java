package org.convergence.resources.ledger;

import java.util.UUID;
import org.convergence.platform.database.Identifier;

/** An account of the accountant's books. */
public record AccountId(UUID value) implements Identifier {}
