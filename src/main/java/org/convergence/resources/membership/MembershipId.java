package org.convergence.resources.membership;

import java.util.UUID;
import org.convergence.platform.database.Identifier;

/** The membership of an organisation or a person in a category. */
public record MembershipId(UUID value) implements Identifier {}
