package org.convergence.advocacy.dialogue;

import java.util.UUID;
import org.convergence.platform.database.Identifier;

/** Something that we ask of decision-makers. */
public record AskId(UUID value) implements Identifier {}
