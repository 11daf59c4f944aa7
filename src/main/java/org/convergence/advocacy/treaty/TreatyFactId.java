package org.convergence.advocacy.treaty;

import java.util.UUID;
import org.convergence.platform.database.Identifier;

/** A dated fact about a treaty, a bill or a case. */
public record TreatyFactId(UUID value) implements Identifier {}
