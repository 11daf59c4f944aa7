package org.convergence.platform.imports.web;

import java.util.List;
import org.convergence.platform.imports.ImportFile.State;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.Tab;
import org.convergence.platform.shell.Tone;
import org.convergence.platform.shell.Work;
import org.jspecify.annotations.Nullable;

/**
 * An import: what its columns hold and what will become of its lines; the work; the report.
 *
 * @param lead how many lines, and how far they are
 * @param form what was said of the columns and beside them
 * @param columns to be corrected; empty once it runs
 * @param work while it runs, or where it was stopped; {@code null} else
 * @param stopped why the work does not go on, {@code null} while it does
 * @param next the address of the following lines, {@code null} on the last page
 * @param undoUntil until when it can be taken back, {@code null} where it cannot
 */
public record ImportPage(
        String url,
        String name,
        State state,
        String lead,
        Form form,
        List<Column> columns,
        List<Tab> counts,
        List<Line> lines,
        @Nullable String next,
        int aside,
        @Nullable Work work,
        @Nullable String stopped,
        @Nullable String undoUntil,
        List<Kept> kept) {

    /** A column of the file: its title, some of its values, and what it may hold. */
    public record Column(String field, String title, String samples, List<Option> options) {}

    /**
     * A line of the file: what becomes of it, and what to know about it.
     *
     * @param alike what is known already and looks like it
     */
    public record Line(
            int number,
            String name,
            @Nullable String detail,
            Tone tone,
            String outcome,
            List<String> remarks,
            List<Alike> alike) {}

    /** Something known that looks like a line. */
    public record Alike(String name, String detail, String url) {}

    /** What was not taken back, and why. */
    public record Kept(String name, @Nullable String url, String why) {}

    /** How far it is: 0 to 3. */
    public int step() {
        return switch (state) {
            case DRAFT -> 1;
            case RUNNING -> 2;
            default -> 3;
        };
    }

    /** Whether nothing of it is entered yet. */
    public boolean draft() {
        return state == State.DRAFT;
    }

    /** Whether its work is under way. */
    public boolean running() {
        return work != null && work.running();
    }
}
