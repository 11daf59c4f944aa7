package org.convergence.directory.people;

import org.convergence.platform.database.Identifier;

/** Someone whom other rows point to: a person or an organisation. */
public sealed interface Party extends Identifier permits PersonId, OrganisationId {}
