package org.convergence.safety.mission;

import java.util.UUID;
import org.convergence.platform.database.Identifier;

/** A sign of life that is due. */
public record CheckInId(UUID value) implements Identifier {}
