package org.convergence.directory.people;

import java.util.UUID;
import org.convergence.platform.database.Identifier;

/** The id of a function that a person holds in an organisation. */
public record FunctionId(UUID value) implements Identifier {}
