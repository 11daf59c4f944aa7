package org.convergence.platform.imports.web;

import java.util.List;
import org.convergence.platform.imports.ImportFile.ImportState;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.Tab;
import org.convergence.platform.shell.Tone;
import org.convergence.platform.shell.WorkProgress;
import org.jspecify.annotations.Nullable;

/**
 * An import: columns and preview of its lines; the job; the report.
 *
 * @param lead the number of lines, and the progress
 * @param form the chosen columns and other choices
 * @param columns to be corrected; empty once it runs
 * @param work the job while it runs, or if it was stopped; {@code null} else
 * @param stopped why the job does not go on, {@code null} while it does
 * @param next the address of the following lines, {@code null} on the last page
 * @param undoUntil until when it can be undone, {@code null} if it cannot
 */
public record ImportPage(
        String url,
        String name,
        ImportState state,
        String lead,
        Form form,
        List<ImportColumnChoice> columns,
        List<Tab> counts,
        List<ImportLineRow> lines,
        @Nullable String next,
        int aside,
        @Nullable WorkProgress work,
        @Nullable String stopped,
        @Nullable String undoUntil,
        List<KeptRecordRow> kept) {

    /** A column of the file: its title, some of its values, and its possible meanings. */
    public record ImportColumnChoice(String field, String title, String samples, List<Option> options) {}

    /**
     * A line of the file: its outcome and remarks.
     *
     * @param alike known records that resemble it
     */
    public record ImportLineRow(
            int number,
            String name,
            @Nullable String detail,
            Tone tone,
            String outcome,
            List<String> remarks,
            List<SimilarRecord> alike) {}

    /** A known record that resembles a line. */
    public record SimilarRecord(String name, String detail, String url) {}

    /** A record kept at the undo, and why. */
    public record KeptRecordRow(String name, @Nullable String url, String why) {}

    /** The step of the import: 0 to 3. */
    public int step() {
        return switch (state) {
            case DRAFT -> 1;
            case RUNNING -> 2;
            default -> 3;
        };
    }

    /** Whether nothing of it is entered yet. */
    public boolean draft() {
        return state == ImportState.DRAFT;
    }

    /** Whether its job runs. */
    public boolean running() {
        return work != null && work.running();
    }
}
