package org.convergence.plan.time.web;

import java.util.List;
import org.convergence.platform.shell.Tab;
import org.convergence.platform.shell.Tone;
import org.jspecify.annotations.Nullable;

/**
 * The sheets of the last weeks, waiting ones first.
 *
 * @param takes whether the actor may export all hours
 */
public record SheetApprovalListPage(List<Tab> tabs, List<SheetListRow> rows, boolean takes) {

    /**
     * A sheet.
     *
     * @param note why another person decides on it; {@code null} if the actor does
     */
    public record SheetListRow(
            String name,
            String week,
            String hours,
            Tone tone,
            String state,
            String url,
            @Nullable String note) {}
}
