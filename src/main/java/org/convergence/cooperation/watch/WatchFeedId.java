package org.convergence.cooperation.watch;

import java.util.UUID;
import org.convergence.platform.database.Identifier;

/** A feed about a country. */
public record WatchFeedId(UUID value) implements Identifier {}
