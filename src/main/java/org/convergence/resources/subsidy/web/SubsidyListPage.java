package org.convergence.resources.subsidy.web;

import java.util.List;
import org.convergence.platform.chart.Drawing;
import org.convergence.platform.shell.Tab;
import org.convergence.platform.shell.Tone;
import org.jspecify.annotations.Nullable;

/**
 * The files, and the weeks without a subsidised person.
 *
 * @param chart {@code null} without a granted or asked period
 * @param emptyWeeks a sentence for each row of empty weeks
 */
public record SubsidyListPage(
        List<Tab> tabs,
        @Nullable Drawing chart,
        List<String> emptyWeeks,
        List<SubsidyListRow> rows,
        String csv,
        String xlsx,
        boolean mayManage,
        boolean over) {

    /** A file. */
    public record SubsidyListRow(String title, String url, String detail, String money, Tone tone, String state) {}
}
