package org.convergence.directory.exchange;

import java.util.UUID;
import org.convergence.platform.database.Identifier;

/** An exchange. */
public record ExchangeId(UUID value) implements Identifier {}
