package org.convergence.resources.gift;

import java.util.UUID;
import org.convergence.platform.database.Identifier;

/** The id of a gift promised each month. */
public record GiftCommitmentId(UUID value) implements Identifier {}
