package org.convergence.plan.actionplan.web;

import java.util.List;
import java.util.UUID;
import org.convergence.platform.shell.Tab;
import org.jspecify.annotations.Nullable;

/**
 * What stands over every view of a plan.
 *
 * @param lead how it was adopted, or that it was not
 * @param amendments the link to the amendments, {@code null} for a draft
 * @param gestures what can be done with the whole plan, the main one first
 */
public record PlanTop(
        UUID id, String title, String lead, @Nullable Link amendments, List<Link> gestures, List<Tab> tabs) {

    /** Words that lead somewhere. */
    public record Link(String label, String url) {}

    /** The address of the plan, or of something below it. */
    public String url(String below) {
        return "/plan/actionplan/" + id + below;
    }
}
