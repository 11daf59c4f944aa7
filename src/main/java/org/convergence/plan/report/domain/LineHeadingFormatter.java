package org.convergence.plan.report.domain;

import org.jspecify.annotations.Nullable;

/** Formats the name of a plan line in one line. */
final class LineHeadingFormatter {

    private LineHeadingFormatter() {}

    /** « 1.2 Ateliers »; only the title if there is no code. */
    static String format(@Nullable String code, String title) {
        return code == null ? title : code + " " + title;
    }
}
