package org.convergence.advocacy.dialogue;

import java.util.UUID;
import org.convergence.platform.database.Identifier;

/** What a decision-maker promised. */
public record CommitmentId(UUID value) implements Identifier {}
