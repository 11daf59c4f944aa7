package org.convergence.resources.spending;

import java.util.UUID;
import org.convergence.platform.database.Identifier;

/** The id of an expense. */
public record ExpenseId(UUID value) implements Identifier {}
