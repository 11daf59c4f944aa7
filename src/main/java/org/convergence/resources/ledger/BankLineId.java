package org.convergence.resources.ledger;

import java.util.UUID;
import org.convergence.platform.database.Identifier;

/** The id of a line of a bank statement. */
public record BankLineId(UUID value) implements Identifier {}
