package org.convergence.resources.ledger;

import java.util.UUID;
import org.convergence.platform.database.Identifier;

/** The id of a deposit slip. */
public record DepositId(UUID value) implements Identifier {}
