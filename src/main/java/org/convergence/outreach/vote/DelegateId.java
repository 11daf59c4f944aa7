package org.convergence.outreach.vote;

import java.util.UUID;
import org.convergence.platform.database.Identifier;

/** A delegate's seat in the hall. */
public record DelegateId(UUID value) implements Identifier {}
