package org.convergence.resources.spending;

import java.util.UUID;
import org.convergence.platform.database.Identifier;

/** The id of a budget. */
public record BudgetId(UUID value) implements Identifier {}
