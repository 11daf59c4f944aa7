package org.convergence.resources.grant;

import java.util.UUID;
import org.convergence.platform.database.Identifier;

/** What is asked from a funder in answer to a call. */
public record GrantApplicationId(UUID value) implements Identifier {}
