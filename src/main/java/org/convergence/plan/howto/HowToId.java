package org.convergence.plan.howto;

import java.util.UUID;
import org.convergence.platform.database.Identifier;

/** A page that says how something is done here. */
public record HowToId(UUID value) implements Identifier {}
