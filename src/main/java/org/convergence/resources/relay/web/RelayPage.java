package org.convergence.resources.relay.web;

import java.util.List;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Tone;
import org.convergence.platform.shell.Work;
import org.jspecify.annotations.Nullable;

/**
 * The members of a period, with what was made for each.
 *
 * @param lead how many of them, and for how many it was made
 * @param work the run that is under way; {@code null} where none is
 * @param halted where the last run goes on that stopped on its way; {@code null} where none did
 * @param outcome what came of the last run for this period; {@code null} where there was none
 * @param all address of all that was made in one file; {@code null} where nothing was
 * @param makes whether one may make them
 */
public record RelayPage(
        Form form,
        String lead,
        List<Row> rows,
        @Nullable Work work,
        @Nullable String halted,
        @Nullable String outcome,
        @Nullable String all,
        boolean makes,
        @Nullable String first,
        @Nullable String next) {

    /**
     * A member.
     *
     * @param note what it leaves out because somebody is named; empty where nothing
     * @param preview where it is looked at what would be told; {@code null} for who may not
     * @param file what was made; {@code null} where nothing was yet
     */
    public record Row(
            String name,
            String shortName,
            String url,
            Tone tone,
            String state,
            String note,
            @Nullable String preview,
            @Nullable String file) {}
}
