package org.convergence.platform.currency;

import java.util.UUID;
import org.convergence.platform.database.Identifier;

/** The id of an exchange rate. */
public record ExchangeRateId(UUID value) implements Identifier {}
