package org.convergence.plan.time.web;

import java.util.List;
import org.convergence.platform.chart.Drawing;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.Tab;
import org.convergence.platform.shell.Tone;
import org.jspecify.annotations.Nullable;

/**
 * What the team can still carry.
 *
 * @param sentence what it says at a glance
 * @param waits what could wait: what is promised least and frees most
 * @param others what else could wait, for who asks
 * @param notes what to know of the figures
 * @param posts contracts of which one may suppose that they end; empty for who sees no contract
 * @param files where the same is as a file
 */
public record CapacityPage(
        List<Tab> tabs,
        String sentence,
        @Nullable String supposed,
        Drawing chart,
        List<String> commitments,
        List<Month> months,
        List<Wait> waits,
        List<Wait> others,
        List<String> notes,
        List<Option> posts,
        List<File> files,
        Form form) {

    /** A month, its figures as read. */
    public record Month(
            String name,
            String available,
            String made,
            List<String> promised,
            String asked,
            String left,
            Tone tone,
            String word) {}

    /** An action that could wait. */
    public record Wait(String label, String url, String commitment, String freed, String total) {}

    /** A file. */
    public record File(String label, String url) {}
}
