package org.convergence.plan.actionplan.web;

import java.util.List;

/** The files of a plan. */
public record FilePage(PlanTop top, List<Edition> editions) {

    /** An edition of the plan, with its files. */
    public record Edition(String title, String text, List<PlanTop.Link> files) {}
}
