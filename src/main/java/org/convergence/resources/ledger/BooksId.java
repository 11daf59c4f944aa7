package org.convergence.resources.ledger;

import java.util.UUID;
import org.convergence.platform.database.Identifier;

/** The id of an imported general ledger of a period. */
public record BooksId(UUID value) implements Identifier {}
