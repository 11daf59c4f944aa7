package org.convergence.advocacy.dialogue;

import java.util.UUID;
import org.convergence.platform.database.Identifier;

/** A decision-maker. */
public record DecisionMakerId(UUID value) implements Identifier {}
