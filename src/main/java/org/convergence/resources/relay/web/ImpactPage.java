package org.convergence.resources.relay.web;

import java.util.List;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Tone;
import org.convergence.platform.shell.WorkProgress;
import org.jspecify.annotations.Nullable;

/**
 * The members of a period, with the leaflet of each.
 *
 * @param lead how many members, and how many leaflets
 * @param work the run under way; {@code null} if there is none
 * @param halted address of the last run, if it stopped and can be resumed; otherwise {@code null}
 * @param outcome the result of the last run for this period; {@code null} if there was none
 * @param all address of all leaflets in one file; {@code null} if there is none
 * @param makes whether the reader may make leaflets
 */
public record ImpactPage(
        Form form,
        String lead,
        List<ImpactRow> rows,
        @Nullable WorkProgress work,
        @Nullable String halted,
        @Nullable String outcome,
        @Nullable String all,
        boolean makes,
        @Nullable String first,
        @Nullable String next) {

    /**
     * A member.
     *
     * @param note what the leaflet leaves out because it names a person; empty if nothing
     * @param preview address of the preview; {@code null} without the permission
     * @param file address of the leaflet; {@code null} if none was made yet
     */
    public record ImpactRow(
            String name,
            String shortName,
            String url,
            Tone tone,
            String state,
            String note,
            @Nullable String preview,
            @Nullable String file) {}
}
