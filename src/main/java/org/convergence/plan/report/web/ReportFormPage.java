package org.convergence.plan.report.web;

import org.convergence.platform.shell.Conflict;
import org.convergence.platform.shell.Form;
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
        @Nullable Conflict conflict) {}
