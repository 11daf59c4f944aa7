package org.convergence.advocacy.coalition;

import java.util.UUID;
import org.convergence.platform.database.Identifier;

/** A seat that we hold in a coalition. */
public record CoalitionSeatId(UUID value) implements Identifier {}
