package org.convergence.cooperation.project;

import java.util.UUID;
import org.convergence.platform.database.Identifier;

/** A result of a logic model, or an activity. */
public record ResultId(UUID value) implements Identifier {}
