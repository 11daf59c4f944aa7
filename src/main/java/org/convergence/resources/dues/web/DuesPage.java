package org.convergence.resources.dues.web;

import java.util.List;
import org.convergence.platform.shell.Form;
import org.jspecify.annotations.Nullable;

/**
 * The amounts that a call would ask of each member.
 *
 * @param lead the reference date, formatted
 * @param sums the totals, one for each currency
 * @param notes warnings to check before a call: missing amounts, old headcounts, missing addresses
 * @param none whether no rate is adopted yet, so that the page leads to the rates
 */
public record DuesPage(
        Form form,
        String lead,
        List<String> sums,
        List<String> notes,
        List<AssessmentRow> rows,
        @Nullable String first,
        @Nullable String next,
        boolean none) {

    /**
     * A member.
     *
     * @param headcount formatted; empty where the rate needs none
     * @param amount formatted; empty where it cannot be computed
     * @param how the computation in one sentence, or what is missing
     * @param difference from a year earlier; empty where it cannot be computed
     * @param lacks whether no amount can be computed
     */
    public record AssessmentRow(
            String name, String url, String headcount, String amount, String how, String difference, boolean lacks) {}
}
