package org.convergence.resources.ledger;

import java.util.UUID;
import org.convergence.platform.database.Identifier;

/** A payment. */
public record PaymentId(UUID value) implements Identifier {}
