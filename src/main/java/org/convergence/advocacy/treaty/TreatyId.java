package org.convergence.advocacy.treaty;

import java.util.UUID;
import org.convergence.platform.database.Identifier;

/** A treaty, a bill or a corporate case. */
public record TreatyId(UUID value) implements Identifier {}
