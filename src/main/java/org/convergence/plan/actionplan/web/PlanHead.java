package org.convergence.plan.actionplan.web;

import java.util.List;
import java.util.UUID;
import org.convergence.platform.shell.Tab;
import org.jspecify.annotations.Nullable;

/**
 * The head of every view of a plan.
 *
 * @param lead how it was adopted, or that it was not
 * @param amendments the link to the amendments, {@code null} for a draft
 * @param next the next step of the whole plan, {@code null} for none
 * @param gestures links to other operations on the plan
 */
public record PlanHead(
        UUID id,
        String title,
        String lead,
        @Nullable PlanHeadLink amendments,
        @Nullable PlanHeadLink next,
        List<PlanHeadLink> gestures,
        List<Tab> tabs) {

    /** A label with its address. */
    public record PlanHeadLink(String label, String url) {}

    /** The address of the plan, or of a page below it. */
    public String url(String below) {
        return "/plan/actionplan/" + id + below;
    }
}
