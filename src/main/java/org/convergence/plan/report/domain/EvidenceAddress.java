package org.convergence.plan.report.domain;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.convergence.plan.actionplan.ActionState;
import org.jspecify.annotations.Nullable;

/** The address of the page that shows the realisations behind a figure. */
public final class EvidenceAddress {

    private static final UUID NONE = new UUID(0, 0);

    private EvidenceAddress() {}

    /** The page; empty for a report that is not stored and so has none. */
    public static String of(UUID report, EvidenceFilter choice) {
        if (!isKept(report)) {
            return "";
        }
        List<String> parts = new ArrayList<>();
        add(parts, "line", choice.line());
        add(parts, "place", choice.place());
        choice.kinds().forEach(kind -> add(parts, "kind", kind.name()));
        add(parts, "organisation", choice.organisation());
        add(parts, "month", choice.month());
        if (choice.counted() != FigureMeasure.REALISATIONS) {
            add(parts, "counted", choice.counted().name());
        }
        return "/plan/report/" + report + "/evidence" + (parts.isEmpty() ? "" : "?" + String.join("&", parts));
    }

    /** The page of the actions in a state; empty likewise. */
    public static String of(UUID report, ActionState state) {
        return isKept(report) ? "/plan/report/" + report + "/lines?state=" + state : "";
    }

    /** Whether a report is stored, and so has links to its evidence. */
    static boolean isKept(UUID report) {
        return !report.equals(NONE);
    }

    private static void add(List<String> parts, String name, @Nullable Object value) {
        if (value != null) {
            parts.add(name + "=" + URLEncoder.encode(value.toString(), StandardCharsets.UTF_8));
        }
    }
}
