package org.convergence.plan.report;

import java.util.UUID;
import org.convergence.platform.database.Identifier;

/** Id of a report. */
public record ReportId(UUID value) implements Identifier {}
