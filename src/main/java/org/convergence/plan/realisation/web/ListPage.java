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
 * @param count formatted
 * @param tabs the parts of the list: done, planned, all, withdrawn
 * @param narrowed the active filters, each with the address of the list without it
 * @param files the addresses of exactly the filtered rows, as files
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

    /** The options of the filters. */
    public record Filters(List<OptionGroup> places, List<OptionGroup> lines, Choosing organisation) {}

    /**
     * An active filter.
     *
     * @param without the address of the list without it
     */
    public record Narrowed(String label, String without) {}

    /** The realisations that ended in one month. */
    public record Month(String title, List<Row> rows) {}

    /**
     * A realisation.
     *
     * @param state formatted; {@code null} for done, the usual state
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

    /** What the actor may do. */
    public record Gestures(boolean record, boolean bringIn) {}

    /** Whether done realisations are shown without a filter. */
    public boolean whole() {
        return narrowed.isEmpty() && ListShown.of(form) == ListShown.DONE;
    }

    /** Whether anything but words narrows the list, so that the filters are shown. */
    public boolean detailed() {
        return ListAsked.FIELDS.stream().skip(1).anyMatch(field -> form.filled(field) || form.problem(field) != null);
    }
}
