package org.convergence.plan.report.domain;

import org.jspecify.annotations.Nullable;

/** Formats the name of a plan line in one line. */
final class Headings {

    private Headings() {}

    /** « 1.2 Ateliers »; only the title if there is no code. */
    static String of(@Nullable String code, String title) {
        return code == null ? title : code + " " + title;
    }
}
