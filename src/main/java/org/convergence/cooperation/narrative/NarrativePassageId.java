package org.convergence.cooperation.narrative;

import java.util.UUID;
import org.convergence.platform.database.Identifier;

/** What a section says of a partner. */
public record NarrativePassageId(UUID value) implements Identifier {}
