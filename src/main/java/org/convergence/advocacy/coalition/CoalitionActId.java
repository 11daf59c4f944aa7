package org.convergence.advocacy.coalition;

import java.util.UUID;
import org.convergence.platform.database.Identifier;

/** An act of a coalition. */
public record CoalitionActId(UUID value) implements Identifier {}
