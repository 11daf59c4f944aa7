package org.convergence.plan.report.web;

import java.util.List;
import org.convergence.platform.text.SafeHtml;

/**
 * A report as a whole.
 *
 * @param next what is left to be written of a note before it goes out
 * @param figures what one sees of it at a glance
 * @param papers the meetings in whose papers it is
 */
public record OverviewPage(
        ReportFrame frame,
        List<ReportFrame.Link> next,
        SafeHtml figures,
        List<ReportFrame.Link> papers,
        Gestures gestures) {}
