package org.convergence.resources.ledger;

import java.util.UUID;
import org.convergence.platform.database.Identifier;

/** The id of an account of the books. */
public record AccountId(UUID value) implements Identifier {}
