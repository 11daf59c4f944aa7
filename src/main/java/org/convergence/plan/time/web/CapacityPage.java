package org.convergence.plan.time.web;

import java.util.List;
import org.convergence.platform.chart.Drawing;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.Tab;
import org.convergence.platform.shell.Tone;
import org.jspecify.annotations.Nullable;

/**
 * The remaining capacity of the team.
 *
 * @param sentence the summary
 * @param waits actions that could wait: the least promised that free most
 * @param others further ones, folded
 * @param freed the hours they free together, against those missing
 * @param notes explanations of the figures
 * @param posts contracts that can be assumed to end; empty without permission
 * @param empty weeks without a subsidised position; {@code null} for none
 * @param files the same as files
 */
public record CapacityPage(
        List<Tab> tabs,
        String sentence,
        @Nullable String supposed,
        Drawing chart,
        List<String> commitments,
        List<CapacityMonthRow> months,
        List<PostponableRow> waits,
        List<PostponableRow> others,
        String freed,
        List<String> notes,
        List<Option> posts,
        EmptyWeekAssembler.@Nullable EmptyWeeksPart empty,
        List<CapacityFileLink> files,
        Form form) {

    /** A month, with formatted figures. */
    public record CapacityMonthRow(
            String name,
            String available,
            String made,
            List<String> promised,
            String asked,
            String left,
            Tone tone,
            String word) {}

    /** An action that could wait. */
    public record PostponableRow(String label, String url, String commitment, String freed, String total) {}

    /** A download. */
    public record CapacityFileLink(String label, String url) {}
}
