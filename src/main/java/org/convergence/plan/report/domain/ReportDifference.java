package org.convergence.plan.report.domain;

import org.jspecify.annotations.Nullable;

/**
 * A difference between a filed report and the current data.
 *
 * @param then as filed, {@code null} if it was absent
 * @param now as of today, {@code null} if it is gone
 */
public record ReportDifference(
        DifferenceKind kind,
        @Nullable ReportFact then,
        @Nullable ReportFact now) {

    /** The kind of change since the filing. */
    public enum DifferenceKind {
        /** A report of today would include it. */
        ADDED,
        /** Its data changed, or it belongs elsewhere now. */
        CHANGED,
        /** It was withdrawn. */
        WITHDRAWN,
        /** A photograph of it was published, and the permission was withdrawn. */
        PERMISSION
    }

    /** The version whose title is shown. */
    public ReportFact shown() {
        ReportFact last = now == null ? then : now;
        if (last == null) {
            throw new IllegalStateException("a difference has two sides, one of which may be missing");
        }
        return last;
    }
}
