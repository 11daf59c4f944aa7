package org.convergence.directory.people;

import java.util.UUID;
import org.convergence.platform.database.Identifier;

/** That an organisation belongs to another from a day to a day. */
public record AffiliationId(UUID value) implements Identifier {}
