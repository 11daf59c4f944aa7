package org.convergence.directory.people;

import java.util.UUID;
import org.convergence.platform.database.Identifier;

/** The id of an affiliation. */
public record AffiliationId(UUID value) implements Identifier {}
