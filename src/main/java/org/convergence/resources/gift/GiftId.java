package org.convergence.resources.gift;

import java.util.UUID;
import org.convergence.platform.database.Identifier;

/** The id of a gift. */
public record GiftId(UUID value) implements Identifier {}
