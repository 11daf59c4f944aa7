package org.convergence.plan.report.web;

import java.util.List;

/**
 * The actions behind a figure: late, or postponed for lack of means.
 *
 * @param asOf the day of the data, formatted
 */
public record DelayedActionsPage(ReportFrame frame, String title, String asOf, List<DelayedActionRow> rows) {

    /** An action, since when, and why. */
    public record DelayedActionRow(String label, String url, String since, String reason) {}
}
