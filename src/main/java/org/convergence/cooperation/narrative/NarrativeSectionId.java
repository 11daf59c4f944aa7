package org.convergence.cooperation.narrative;

import java.util.UUID;
import org.convergence.platform.database.Identifier;

/** A section of a narrative report. */
public record NarrativeSectionId(UUID value) implements Identifier {}
