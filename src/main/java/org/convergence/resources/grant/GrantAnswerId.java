package org.convergence.resources.grant;

import java.util.UUID;
import org.convergence.platform.database.Identifier;

/** A question of an application, with its answer. */
public record GrantAnswerId(UUID value) implements Identifier {}
