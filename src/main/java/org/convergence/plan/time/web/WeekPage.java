package org.convergence.plan.time.web;

import java.util.List;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.OptionGroup;
import org.convergence.platform.shell.Tab;
import org.convergence.platform.shell.Tone;
import org.jspecify.annotations.Nullable;

/**
 * A week's sheet.
 *
 * @param whose the person's name where it is somebody else's, {@code null} for one's own
 * @param url where it is; its gestures go below it
 * @param state its word, with its tone
 * @param told who decided what when, and why; each a sentence
 * @param warnings what to look at before handing it in
 * @param writes whether its hours may be changed here
 * @param decides what may be decided here
 * @param lines to which hours may go
 * @param shared what happened, of which hours may be shared with one more line
 * @param mine what one's own contracts say, and one's leave to come; each a sentence
 */
public record WeekPage(
        List<Tab> tabs,
        String title,
        @Nullable String whose,
        String name,
        String url,
        Turn turn,
        State state,
        List<String> told,
        List<String> warnings,
        List<Day> days,
        List<Row> rows,
        Sums sums,
        boolean writes,
        Decides decides,
        List<OptionGroup> lines,
        List<Option> shared,
        List<String> mine,
        Form form) {

    /** The weeks before and after. */
    public record Turn(String previous, String next) {}

    /** A word and its colour. */
    public record State(Tone tone, String word) {}

    /**
     * A day.
     *
     * @param name « lun. 23 »
     * @param spoken « lundi 23 novembre »
     * @param off the name of a holiday, or leave; {@code null} for none
     * @param works whether her contract has hours that day
     * @param contract hours of her contract, {@code total} those entered
     */
    public record Day(String name, String spoken, @Nullable String off, boolean works, String contract, String total) {}

    /**
     * What hours go to.
     *
     * @param key the word by which the form names it
     * @param hours as read, of each day; empty where there are none
     */
    public record Row(
            String key, String label, @Nullable String detail, boolean proposed, List<String> hours, String total) {}

    /** Hours of the week: those entered, those of her contract. */
    public record Sums(String total, String contract) {}

    /** Whether the sheet may be approved and given back, or reopened. */
    public record Decides(boolean approves, boolean reopens) {}

    /** The name of a cell's field. */
    public static String field(int row, int day) {
        return "h" + row + "_" + day;
    }
}
