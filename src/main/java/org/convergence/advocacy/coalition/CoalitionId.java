package org.convergence.advocacy.coalition;

import java.util.UUID;
import org.convergence.platform.database.Identifier;

/** A coalition or an allied group. */
public record CoalitionId(UUID value) implements Identifier {}
