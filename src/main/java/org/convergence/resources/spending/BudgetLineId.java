package org.convergence.resources.spending;

import java.util.UUID;
import org.convergence.platform.database.Identifier;

/** The id of a line of a budget. */
public record BudgetLineId(UUID value) implements Identifier {}
