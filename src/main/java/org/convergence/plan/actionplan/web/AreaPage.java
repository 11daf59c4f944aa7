package org.convergence.plan.actionplan.web;

import java.util.List;

/** The lines tagged with an area, plan by plan. */
public record AreaPage(String title, String lead, List<AreaPlan> parts) {

    /** A plan with its means of the area, each with its actions. */
    public record AreaPlan(String title, String url, List<AreaMeans> means) {}

    /** A means with its actions. */
    public record AreaMeans(PlanPage.MeansRow means, List<ActionRow> actions) {}
}
