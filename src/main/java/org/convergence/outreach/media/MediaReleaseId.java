package org.convergence.outreach.media;

import java.util.UUID;
import org.convergence.platform.database.Identifier;

/** A press release. */
public record MediaReleaseId(UUID value) implements Identifier {}
