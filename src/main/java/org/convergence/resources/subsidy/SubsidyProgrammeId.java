package org.convergence.resources.subsidy;

import java.util.UUID;
import org.convergence.platform.database.Identifier;

/** A programme that pays a part of a wage. */
public record SubsidyProgrammeId(UUID value) implements Identifier {}
