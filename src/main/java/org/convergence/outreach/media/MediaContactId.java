package org.convergence.outreach.media;

import java.util.UUID;
import org.convergence.platform.database.Identifier;

/** A person of the directory who works for the press. */
public record MediaContactId(UUID value) implements Identifier {}
