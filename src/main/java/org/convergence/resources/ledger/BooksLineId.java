package org.convergence.resources.ledger;

import java.util.UUID;
import org.convergence.platform.database.Identifier;

/** The id of a line of an imported general ledger. */
public record BooksLineId(UUID value) implements Identifier {}
