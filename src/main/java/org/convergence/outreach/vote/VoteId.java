package org.convergence.outreach.vote;

import java.util.UUID;
import org.convergence.platform.database.Identifier;

/** A vote. */
public record VoteId(UUID value) implements Identifier {}
