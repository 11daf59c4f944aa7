package org.convergence.outreach.exhibition;

import java.util.UUID;
import org.convergence.platform.database.Identifier;

/** A travelling exhibition. */
public record ExhibitionId(UUID value) implements Identifier {}
