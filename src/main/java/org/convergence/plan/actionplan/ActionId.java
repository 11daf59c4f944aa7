package org.convergence.plan.actionplan;

import java.util.UUID;
import org.convergence.platform.database.Identifier;

/** An action, or a sub-action, of a means. */
public record ActionId(UUID value) implements Identifier {}
