package org.convergence.plan.actionplan;

import org.jspecify.annotations.Nullable;

/**
 * A means where it is chosen or named.
 *
 * @param code as written, {@code null} where there is none
 */
public record MeansLine(MeansId id, PlanId plan, @Nullable String code, String title) {

    /** « 1.4 · Ateliers »: how it is called in one line. */
    public String label() {
        String brief = PlanLine.beginning(title);
        return code == null ? brief : code + " · " + brief;
    }
}
