package org.convergence.directory.people;

import java.util.UUID;

/** An organisation. */
public record OrganisationId(UUID value) implements Party {}
