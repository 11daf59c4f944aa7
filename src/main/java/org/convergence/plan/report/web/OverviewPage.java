package org.convergence.plan.report.web;

import org.convergence.platform.text.SafeHtml;

/**
 * A report as a whole.
 *
 * @param figures the year in figures, where, and with whom
 */
public record OverviewPage(ReportFrame frame, SafeHtml figures, Gestures gestures) {}
