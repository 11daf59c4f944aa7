package org.convergence.plan.report.web;

import org.convergence.plan.report.ReportId;
import org.convergence.plan.report.ReportPermissions;
import org.convergence.plan.report.domain.FiledReportQueries.FiledReport;
import org.convergence.plan.report.domain.ReportContents;
import org.convergence.plan.report.domain.ReportDraft;
import org.convergence.plan.report.domain.ReportQueries.ReportSummary;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.database.Refused;
import org.convergence.platform.shell.Form;
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

    /** @throws Refused if the report is filed, so that it can no longer be written */
    ReportDraft requireDraft() {
        if (draft == null) {
            throw new Refused("report.refused.filed");
        }
        return draft;
    }

    /** A form about the report, sent to the page {@code action} below it, and left for the page {@code cancel}. */
    ReportFormPage form(String key, @Nullable String subject, String action, String cancel, Form form) {
        return new ReportFormPage(key, listed.title(), subject, url(action), url(cancel), form, null);
    }
}
