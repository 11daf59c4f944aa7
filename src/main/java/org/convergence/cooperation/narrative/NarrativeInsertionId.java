package org.convergence.cooperation.narrative;

import java.util.UUID;
import org.convergence.platform.database.Identifier;

/** A fact inserted in a section. */
public record NarrativeInsertionId(UUID value) implements Identifier {}
