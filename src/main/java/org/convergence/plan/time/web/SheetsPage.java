package org.convergence.plan.time.web;

import java.util.List;
import org.convergence.platform.shell.Tab;
import org.convergence.platform.shell.Tone;
import org.jspecify.annotations.Nullable;

/**
 * The sheets of the last weeks, those that wait first.
 *
 * @param takes whether all hours may be taken away as a file
 */
public record SheetsPage(List<Tab> tabs, List<Row> rows, boolean takes) {

    /**
     * A sheet.
     *
     * @param note why somebody else decides on it; {@code null} where whoever looks does
     */
    public record Row(
            String name,
            String week,
            String hours,
            Tone tone,
            String state,
            String url,
            @Nullable String note) {}
}
