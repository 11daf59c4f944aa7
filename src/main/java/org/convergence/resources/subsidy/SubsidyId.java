package org.convergence.resources.subsidy;

import java.util.UUID;
import org.convergence.platform.database.Identifier;

/** A subsidised position. */
public record SubsidyId(UUID value) implements Identifier {}
