package org.convergence.cooperation.watch;

import java.util.UUID;
import org.convergence.platform.database.Identifier;

/** An entry of a feed. */
public record WatchEntryId(UUID value) implements Identifier {}
