package org.convergence.resources.ledger;

import java.util.UUID;
import org.convergence.platform.database.Identifier;

/** The id of an imported bank statement. */
public record StatementId(UUID value) implements Identifier {}
