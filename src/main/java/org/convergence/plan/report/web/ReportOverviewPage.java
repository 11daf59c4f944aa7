package org.convergence.plan.report.web;

import java.util.List;
import org.convergence.platform.text.SafeHtml;

/**
 * A report as a whole.
 *
 * @param next the remaining steps of a note
 * @param figures the overview
 * @param papers the meetings whose papers include it
 */
public record ReportOverviewPage(
        ReportFrame frame,
        List<ReportFrame.ReportLink> next,
        SafeHtml figures,
        List<ReportFrame.ReportLink> papers,
        ReportActions gestures) {}
