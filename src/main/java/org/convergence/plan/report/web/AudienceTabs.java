package org.convergence.plan.report.web;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.convergence.plan.report.Audience;
import org.convergence.platform.shell.Tab;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;

/** Reports by audience, one tab each. */
final class AudienceTabs {

    private AudienceTabs() {}

    /**
     * The tabs: all reports, then each audience.
     *
     * @param plan only those on this plan, {@code null} for all
     * @param shown the selected audience, {@code null} for all
     */
    static List<Tab> of(@Nullable UUID plan, @Nullable Audience shown, Words t) {
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
