package org.convergence.cooperation.project;

import java.util.UUID;
import org.convergence.platform.database.Identifier;

/** A project. */
public record ProjectId(UUID value) implements Identifier {}
