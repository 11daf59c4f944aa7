package org.convergence.resources.ledger;

import java.util.UUID;
import org.convergence.platform.database.Identifier;

/** A deposit slip. */
public record DepositId(UUID value) implements Identifier {}
