package org.convergence.resources.ledger;

import java.util.UUID;
import org.convergence.platform.database.Identifier;

/** The id of a payment. */
public record PaymentId(UUID value) implements Identifier {}
