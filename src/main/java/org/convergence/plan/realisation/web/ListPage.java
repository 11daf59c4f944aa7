package org.convergence.plan.realisation.web;

import java.util.List;
import org.convergence.directory.people.Choosing;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.OptionGroup;
import org.convergence.platform.shell.Tab;
import org.convergence.platform.shell.Tone;
import org.jspecify.annotations.Nullable;

/**
 * The list of realisations.
 *
 * @param count in words
 * @param tabs the parts of the list: done, to come, all, withdrawn
 * @param narrowed what narrows it, each with the address of the list without it
 * @param files the addresses of exactly what is filtered, as files
 * @param next the address of the next page; {@code null} on the last
 * @param first the address of the first page; {@code null} on it
 */
public record ListPage(
        Form form,
        Filters filters,
        String count,
        List<Tab> tabs,
        List<Narrowed> narrowed,
        List<Month> months,
        Files files,
        @Nullable String next,
        @Nullable String first,
        Gestures gestures) {

    /** What can be chosen. */
    public record Filters(List<OptionGroup> places, List<OptionGroup> lines, Choosing organisation) {}

    /** @param without the address of the list without it */
    public record Narrowed(String label, String without) {}

    /** The realisations that ended in one month. */
    public record Month(String title, List<Row> rows) {}

    /**
     * A realisation.
     *
     * @param state in words; {@code null} for what is done, as nearly all is
     * @param codes of the means served
     */
    public record Row(
            String url,
            String when,
            String title,
            String detail,
            Tone tone,
            @Nullable String state,
            List<String> codes) {}

    public record Files(String csv, String xlsx) {}

    /** What this person may do. */
    public record Gestures(boolean record, boolean bringIn) {}

    /** Whether nothing narrows what was done. */
    public boolean whole() {
        return narrowed.isEmpty() && ListShown.of(form) == ListShown.DONE;
    }

    /** Whether anything but words narrows the list, so that the filters are shown. */
    public boolean detailed() {
        return ListAsked.FIELDS.stream().skip(1).anyMatch(field -> form.filled(field) || form.problem(field) != null);
    }
}
