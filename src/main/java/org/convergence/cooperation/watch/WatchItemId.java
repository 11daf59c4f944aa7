package org.convergence.cooperation.watch;

import java.util.UUID;
import org.convergence.platform.database.Identifier;

/** An item of the country watch. */
public record WatchItemId(UUID value) implements Identifier {}
