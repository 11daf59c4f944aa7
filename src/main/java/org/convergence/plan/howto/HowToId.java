package org.convergence.plan.howto;

import java.util.UUID;
import org.convergence.platform.database.Identifier;

/** A how-to: a page that describes how something is done. */
public record HowToId(UUID value) implements Identifier {}
