package org.convergence.advocacy.dialogue;

import java.util.UUID;
import org.convergence.platform.database.Identifier;

/** A mandate of a decision-maker. */
public record MandateId(UUID value) implements Identifier {}
