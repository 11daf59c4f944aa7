package org.convergence.plan.report.domain;

import org.jspecify.annotations.Nullable;

/** How lines of the plan are called in one line. */
final class Headings {

    private Headings() {}

    /** « 1.2 Ateliers »; just the title where there is no code. */
    static String of(@Nullable String code, String title) {
        return code == null ? title : code + " " + title;
    }
}
