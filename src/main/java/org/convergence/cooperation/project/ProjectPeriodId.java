package org.convergence.cooperation.project;

import java.util.UUID;
import org.convergence.platform.database.Identifier;

/** A period for which a project reports its results. */
public record ProjectPeriodId(UUID value) implements Identifier {}
