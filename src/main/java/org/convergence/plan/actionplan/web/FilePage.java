package org.convergence.plan.actionplan.web;

import java.util.List;

/** What of a plan can be taken away. */
public record FilePage(PlanTop top, List<Edition> editions) {

    /** A form of the plan, with its files. */
    public record Edition(String title, String text, List<PlanTop.Link> files) {}
}
