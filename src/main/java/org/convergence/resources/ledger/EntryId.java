package org.convergence.resources.ledger;

import java.util.UUID;
import org.convergence.platform.database.Identifier;

/** The id of an entry for the accountant to accept. */
public record EntryId(UUID value) implements Identifier {}
