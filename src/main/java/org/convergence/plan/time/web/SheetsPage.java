package org.convergence.plan.time.web;

import java.util.List;
import org.convergence.platform.shell.Tab;
import org.convergence.platform.shell.Tone;

/** The sheets of the last weeks, those that wait first. */
public record SheetsPage(List<Tab> tabs, List<Row> rows) {

    /**
     * A sheet.
     *
     * @param mine whether it is that of whoever looks, which somebody else approves
     */
    public record Row(String name, String week, String hours, Tone tone, String state, String url, boolean mine) {}
}
