package org.convergence.resources.ledger;

import java.util.UUID;
import org.convergence.platform.database.Identifier;

/** A line of a bank account. */
public record BankLineId(UUID value) implements Identifier {}
