package org.convergence.platform.document;

import java.util.UUID;
import org.convergence.platform.database.Identifier;

/** The id of a stored file. */
public record DocumentId(UUID value) implements Identifier {}
