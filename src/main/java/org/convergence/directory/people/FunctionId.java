package org.convergence.directory.people;

import java.util.UUID;
import org.convergence.platform.database.Identifier;

/** A function that someone holds in an organisation. */
public record FunctionId(UUID value) implements Identifier {}
