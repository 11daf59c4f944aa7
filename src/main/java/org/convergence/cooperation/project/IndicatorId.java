package org.convergence.cooperation.project;

import java.util.UUID;
import org.convergence.platform.database.Identifier;

/** An indicator of a result. */
public record IndicatorId(UUID value) implements Identifier {}
