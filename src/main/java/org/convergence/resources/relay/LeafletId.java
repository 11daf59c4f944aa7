package org.convergence.resources.relay;

import java.util.UUID;
import org.convergence.platform.database.Identifier;

/** What a member's membership made possible in a period, as it was made once. */
public record LeafletId(UUID value) implements Identifier {}
