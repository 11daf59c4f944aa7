package org.convergence.advocacy.dialogue;

import java.util.UUID;
import org.convergence.platform.database.Identifier;

/** A meeting, a letter or another act towards decision-makers. */
public record AdvocacyActId(UUID value) implements Identifier {}
