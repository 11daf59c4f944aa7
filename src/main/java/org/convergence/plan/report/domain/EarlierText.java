package org.convergence.plan.report.domain;

import org.convergence.plan.report.ReportId;
import org.jspecify.annotations.Nullable;

/**
 * What an earlier report said of the same thing.
 *
 * @param report where it stands
 * @param title of that report
 * @param line how the line was called there, {@code null} at the two ends
 * @param text Markdown
 */
public record EarlierText(
        ReportId report, String title, @Nullable String line, String text) {}
