package org.convergence.cooperation.watch;

import java.util.UUID;
import org.convergence.platform.database.Identifier;

/** A digest for members or partners. */
public record WatchDigestId(UUID value) implements Identifier {}
