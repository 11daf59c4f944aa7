package org.convergence.resources.ledger;

import java.util.UUID;
import org.convergence.platform.database.Identifier;

/** What the accountant is asked to take over. */
public record EntryId(UUID value) implements Identifier {}
