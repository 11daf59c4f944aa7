package org.convergence.plan.report.domain;

import org.convergence.plan.report.ReportId;
import org.jspecify.annotations.Nullable;

/**
 * The text of an earlier report on the same subject.
 *
 * @param report the earlier report
 * @param title of that report
 * @param line the line's name there, {@code null} at the beginning and the end
 * @param text Markdown
 */
public record EarlierText(
        ReportId report, String title, @Nullable String line, String text) {}
