package org.convergence.resources.membership;

import java.util.UUID;
import org.convergence.platform.database.Identifier;

/** The belonging of an organisation or a person to a category. */
public record MembershipId(UUID value) implements Identifier {}
