package org.convergence.directory.segment;

import java.util.UUID;
import org.convergence.platform.database.Identifier;

/** A segment. */
public record SegmentId(UUID value) implements Identifier {}
