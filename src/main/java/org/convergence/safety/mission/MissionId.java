package org.convergence.safety.mission;

import java.util.UUID;
import org.convergence.platform.database.Identifier;

/** A mission. */
public record MissionId(UUID value) implements Identifier {}
