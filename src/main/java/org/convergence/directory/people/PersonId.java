package org.convergence.directory.people;

import java.util.UUID;

/** A person. */
public record PersonId(UUID value) implements Party {}
