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
 * @param next what is to be done next with the whole plan, {@code null} for nothing
 * @param gestures what else can be done with it
 */
public record PlanTop(
        UUID id,
        String title,
        String lead,
        @Nullable Link amendments,
        @Nullable Link next,
        List<Link> gestures,
        List<Tab> tabs) {

    /** Words that lead somewhere. */
    public record Link(String label, String url) {}

    /** The address of the plan, or of something below it. */
    public String url(String below) {
        return "/plan/actionplan/" + id + below;
    }
}
