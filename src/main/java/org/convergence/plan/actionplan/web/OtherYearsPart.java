package org.convergence.plan.actionplan.web;

import java.util.List;

/** A line in the plans of other periods, the latest first. */
public record OtherYearsPart(List<Row> rows) {

    /**
     * A line.
     *
     * @param text all of its words then
     * @param done what was done for it then, in words
     */
    public record Row(String plan, String text, String url, String done) {}
}
