package org.convergence.resources.spending;

import java.util.UUID;
import org.convergence.platform.database.Identifier;

/** The id of a financial report. */
public record FinancialReportId(UUID value) implements Identifier {}
