package org.convergence.resources.ledger;

import java.util.UUID;
import org.convergence.platform.database.Identifier;

/** An invoice. */
public record InvoiceId(UUID value) implements Identifier {}
