package org.convergence.plan.report.web;

import org.convergence.platform.text.SafeHtml;

/** A report as a text to read. */
public record ReportPaperPage(ReportFrame frame, SafeHtml paper) {}
