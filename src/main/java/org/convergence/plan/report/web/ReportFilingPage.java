package org.convergence.plan.report.web;

import java.util.List;

/**
 * The confirmation before a report is filed.
 *
 * @param blocking what must be corrected first
 * @param rest other lacks, which do not prevent the filing
 */
public record ReportFilingPage(ReportFormPage form, List<LacksPage.LackRow> blocking, List<LacksPage.LackRow> rest) {}
