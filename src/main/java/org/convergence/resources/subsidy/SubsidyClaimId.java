package org.convergence.resources.subsidy;

import java.util.UUID;
import org.convergence.platform.database.Identifier;

/** A claim of a wage subsidy. */
public record SubsidyClaimId(UUID value) implements Identifier {}
