package org.convergence.resources.ledger;

import java.util.UUID;
import org.convergence.platform.database.Identifier;

/** A file of a bank, as it was brought in. */
public record StatementId(UUID value) implements Identifier {}
