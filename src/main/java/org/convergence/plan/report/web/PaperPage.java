package org.convergence.plan.report.web;

import org.convergence.platform.text.SafeHtml;

/** A report as it reads. */
public record PaperPage(ReportFrame frame, SafeHtml paper) {}
