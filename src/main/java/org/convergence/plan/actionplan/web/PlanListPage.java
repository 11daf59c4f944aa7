package org.convergence.plan.actionplan.web;

import java.util.List;
import org.convergence.platform.shell.Tone;

/**
 * The list of plans.
 *
 * @param mayDraft whether the current user may create one
 */
public record PlanListPage(List<PlanListRow> plans, boolean mayDraft) {

    /** A plan. */
    public record PlanListRow(String title, String url, String kind, String period, Tone tone, String status) {}
}
