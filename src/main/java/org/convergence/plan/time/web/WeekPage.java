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
 * @param whose the person's name if it is another's, {@code null} for one's own
 * @param url its address, the base of its operations
 * @param state formatted, with its tone
 * @param told decisions with author, date and reason; each a sentence
 * @param warnings what to check before submitting it
 * @param contract where the contract that tells whether its hours are paid is noted; {@code null} if there is one, and
 *     without the permission
 * @param writes whether its hours may be changed here
 * @param decides the possible decisions
 * @param lines the lines that can be added
 * @param shared realisations whose hours can be shared with an added line
 * @param mine the actor's contracts and coming leave; each a sentence
 */
public record WeekPage(
        List<Tab> tabs,
        String title,
        @Nullable String whose,
        String name,
        String url,
        WeekLinks turn,
        StateLabel state,
        List<String> told,
        List<String> warnings,
        @Nullable String contract,
        List<WeekPageDay> days,
        List<WeekPageRow> rows,
        WeekTotals sums,
        boolean writes,
        AllowedDecisions decides,
        List<OptionGroup> lines,
        List<Option> shared,
        List<String> mine,
        Form form) {

    /** The page for an account that is not linked to a person of the directory. */
    public record UnlinkedAccountPage(List<Tab> tabs) {}

    /** The previous and the next week. */
    public record WeekLinks(String previous, String next) {}

    /** A text and its colour. */
    public record StateLabel(Tone tone, String word) {}

    /**
     * A day.
     *
     * @param name « lun. 23 »
     * @param spoken « lundi 23 novembre »
     * @param off the name of a holiday, or leave; {@code null} for none
     * @param works whether the contract has hours that day
     * @param contract hours of the contract, {@code total} those entered
     */
    public record WeekPageDay(
            String name, String spoken, @Nullable String off, boolean works, String contract, String total) {}

    /**
     * A row of the sheet: the hours of one action or realisation.
     *
     * @param key its key in the form
     * @param hours formatted, of each day; empty if there are none
     */
    public record WeekPageRow(
            String key, String label, @Nullable String detail, boolean proposed, List<String> hours, String total) {}

    /** Hours of the week: those entered, those of the contract. */
    public record WeekTotals(String total, String contract) {}

    /** Whether the sheet may be approved and given back, or reopened. */
    public record AllowedDecisions(boolean approves, boolean reopens) {}

    /** The name of a cell's field. */
    public static String field(int row, int day) {
        return "h" + row + "_" + day;
    }
}
