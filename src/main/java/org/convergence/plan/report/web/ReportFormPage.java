package org.convergence.plan.report.web;

import java.util.List;
import org.convergence.plan.report.web.ReportOverviewPage.LacksPage;
import org.convergence.platform.shell.Conflict;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.jspecify.annotations.Nullable;

/**
 * A form on a page of its own.
 *
 * @param key message of its title; {@code <key>.submit} is the button's, {@code <key>.text} an optional explanation
 * @param report the report's title, {@code null} for a new one
 * @param subject the subject of the report
 * @param cancel where to go without sending it
 * @param conflict the changes of another person meanwhile
 */
public record ReportFormPage(
        String key,
        @Nullable String report,
        @Nullable String subject,
        String action,
        String cancel,
        Form form,
        @Nullable Conflict conflict) {

    /**
     * The description of a report: the form of a new one, or of a drafted one.
     *
     * @param audience its recipient
     * @param plans to choose from; empty if the plan is fixed
     */
    public record ReportDescriptionPage(
            ReportFormPage form, List<Option> plans, String audience, List<Option> languages) {}

    /**
     * The confirmation before a report is added to the papers of a meeting.
     *
     * @param meetings coming ones
     * @param decisions those that may become agenda items
     * @param blocking what must be corrected first
     * @param files whether the operation also files the report
     */
    public record HandInPage(
            ReportFormPage form,
            List<Option> meetings,
            List<Option> decisions,
            List<LacksPage.LackRow> blocking,
            boolean files) {}

    /**
     * The confirmation before a report is filed.
     *
     * @param blocking what must be corrected first
     * @param rest other lacks, which do not prevent the filing
     */
    public record ReportFilingPage(
            ReportFormPage form, List<LacksPage.LackRow> blocking, List<LacksPage.LackRow> rest) {}
}
