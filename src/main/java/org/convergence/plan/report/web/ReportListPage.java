package org.convergence.plan.report.web;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.convergence.plan.report.Audience;
import org.convergence.platform.shell.Tab;
import org.convergence.platform.shell.Tone;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;

/**
 * The list of reports.
 *
 * @param plan the one plan, {@code null} for all
 * @param tabs the reports by audience
 * @param begin where new ones are begun; empty without permission
 */
public record ReportListPage(
        @Nullable ReportedPlanLink plan, List<Tab> tabs, List<ReportRow> reports, List<ReportFrame.ReportLink> begin) {

    public record ReportedPlanLink(String title, String url) {}

    public record ReportRow(String title, String url, String period, String plan, Tone tone, String status) {}

    /**
     * The tabs: all reports, then each audience.
     *
     * @param plan only those on this plan, {@code null} for all
     * @param shown the selected audience, {@code null} for all
     */
    static List<Tab> tabs(@Nullable UUID plan, @Nullable Audience shown, Words t) {
        List<Tab> tabs = new ArrayList<>();
        tabs.add(new Tab(t.say("report.audience.all"), url(plan, null), shown == null));
        for (Audience each : Audience.values()) {
            tabs.add(new Tab(t.say("report.audience." + each.slug()), url(plan, each), each == shown));
        }
        return tabs;
    }

    /** The address of the reports of a plan to an audience. */
    static String url(@Nullable UUID plan, @Nullable Audience audience) {
        List<String> asked = new ArrayList<>();
        if (audience != null) {
            asked.add("audience=" + audience.slug());
        }
        if (plan != null) {
            asked.add("plan=" + plan);
        }
        return "/plan/report" + (asked.isEmpty() ? "" : "?" + String.join("&", asked));
    }
}
