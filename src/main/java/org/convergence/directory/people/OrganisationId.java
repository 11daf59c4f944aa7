package org.convergence.directory.people;

import java.util.UUID;

/** The id of an organisation. */
public record OrganisationId(UUID value) implements Party {}
