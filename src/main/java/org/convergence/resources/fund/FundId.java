package org.convergence.resources.fund;

import java.util.UUID;
import org.convergence.platform.database.Identifier;

/** The id of a restricted fund. */
public record FundId(UUID value) implements Identifier {}
