package org.convergence.resources.ledger;

import java.util.UUID;
import org.convergence.platform.database.Identifier;

/** A line of her general ledger. */
public record BooksLineId(UUID value) implements Identifier {}
