package org.convergence.cooperation.narrative;

import java.util.UUID;
import org.convergence.platform.database.Identifier;

/** A report in words to a funder. */
public record NarrativeReportId(UUID value) implements Identifier {}
