package org.convergence.plan.report.web;

import java.util.List;
import org.convergence.platform.shell.Tab;
import org.convergence.platform.shell.Tone;
import org.jspecify.annotations.Nullable;

/**
 * The list of reports.
 *
 * @param plan the one plan, {@code null} for all
 * @param tabs the reports by audience
 * @param begin where new ones are begun; empty without permission
 */
public record ReportListPage(
        @Nullable ReportedPlanLink plan, List<Tab> tabs, List<ReportRow> reports, List<ReportFrame.ReportLink> begin) {

    public record ReportedPlanLink(String title, String url) {}

    public record ReportRow(String title, String url, String period, String plan, Tone tone, String status) {}
}
