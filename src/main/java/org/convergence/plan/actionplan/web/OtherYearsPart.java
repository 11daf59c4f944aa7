package org.convergence.plan.actionplan.web;

import java.util.List;

/** A line in the plans of other periods, the latest first. */
public record OtherYearsPart(List<OtherYearRow> rows) {

    /**
     * A line.
     *
     * @param text its whole text in that plan
     * @param done what was done for it, in words
     */
    public record OtherYearRow(String plan, String text, String url, String done) {}
}
