package org.convergence.resources.fund;

import java.util.UUID;
import org.convergence.platform.database.Identifier;

/** The id of a movement of a fund. */
public record FundMovementId(UUID value) implements Identifier {}
