package org.convergence.resources.ledger;

import java.util.UUID;
import org.convergence.platform.database.Identifier;

/** The id of an invoice. */
public record InvoiceId(UUID value) implements Identifier {}
