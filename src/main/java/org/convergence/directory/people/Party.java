package org.convergence.directory.people;

import org.convergence.platform.database.Identifier;

/** A person or an organisation, as other rows reference it. */
public sealed interface Party extends Identifier permits PersonId, OrganisationId {}
