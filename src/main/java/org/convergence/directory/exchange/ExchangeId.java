package org.convergence.directory.exchange;

import java.util.UUID;
import org.convergence.platform.database.Identifier;

/** The id of an exchange. */
public record ExchangeId(UUID value) implements Identifier {}
