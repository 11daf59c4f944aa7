package org.convergence.outreach.assembly;

import java.util.UUID;
import org.convergence.platform.database.Identifier;

/** A meeting of a body. */
public record MeetingId(UUID value) implements Identifier {}
