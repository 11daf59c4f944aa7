package org.convergence.plan.actionplan;

import org.jspecify.annotations.Nullable;

/**
 * A means, as listed for choosing or naming.
 *
 * @param code as written, {@code null} if there is none
 */
public record MeansLine(MeansId id, PlanId plan, @Nullable String code, String title) {

    /** The one-line label: « 1.4 · Ateliers ». */
    public String label() {
        String brief = PlanLine.shorten(title);
        return code == null ? brief : code + " · " + brief;
    }
}
