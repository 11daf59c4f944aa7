package org.convergence.plan.actionplan.web;

import java.util.List;

/** The lines tagged with an area, plan by plan. */
public record AreaPage(String title, String lead, List<Part> parts) {

    /** A plan with its means of the area, each with its actions. */
    public record Part(String title, String url, List<Block> means) {}

    /** A means with its actions. */
    public record Block(PlanPage.MeansRow means, List<ActionRow> actions) {}
}
