package org.convergence.plan.report.web;

import org.convergence.plan.report.ReportId;
import org.convergence.plan.report.ReportPermissions;
import org.convergence.plan.report.domain.FiledReportQueries.FiledReport;
import org.convergence.plan.report.domain.ReportContents;
import org.convergence.plan.report.domain.ReportDraft;
import org.convergence.plan.report.domain.ReportQueries.ReportSummary;
import org.convergence.platform.access.CurrentActor;
import org.jspecify.annotations.Nullable;

/**
 * A report as its pages show it: drafted or filed.
 *
 * @param draft {@code null} once it is filed
 * @param filed {@code null} while it is drafted
 */
record ShownReport(
        ReportSummary listed,
        ReportContents contents,
        @Nullable ReportDraft draft,
        @Nullable FiledReport filed) {

    ReportId id() {
        return listed.id();
    }

    /** The address of the report, or of a page below it. */
    String url(String below) {
        return url(id(), below);
    }

    static String url(ReportId id, String below) {
        return "/plan/report/" + id.value() + below;
    }

    /** Whether the current actor may write it. */
    boolean mayWrite() {
        return draft != null && CurrentActor.get().may(ReportPermissions.WRITE);
    }

    /** Whether the current actor may file it, or replace it. */
    boolean mayFile() {
        return CurrentActor.get().may(ReportPermissions.FILE);
    }
}
