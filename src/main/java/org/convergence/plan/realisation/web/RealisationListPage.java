package org.convergence.plan.realisation.web;

import java.util.List;
import org.convergence.directory.people.ChooserField;
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
public record RealisationListPage(
        Form form,
        RealisationFilterOptions filters,
        String count,
        List<Tab> tabs,
        List<ActiveRealisationFilter> narrowed,
        List<RealisationMonth> months,
        RealisationExportLinks files,
        @Nullable String next,
        @Nullable String first,
        RealisationListActions gestures) {

    /** The options of the filters. */
    public record RealisationFilterOptions(
            List<OptionGroup> places, List<OptionGroup> lines, ChooserField organisation) {}

    /**
     * An active filter.
     *
     * @param without the address of the list without it
     */
    public record ActiveRealisationFilter(String label, String without) {}

    /** The realisations that ended in one month. */
    public record RealisationMonth(String title, List<RealisationListRow> rows) {}

    /**
     * A realisation.
     *
     * @param state formatted; {@code null} for done, the usual state
     * @param codes of the means served
     */
    public record RealisationListRow(
            String url,
            String when,
            String title,
            String detail,
            Tone tone,
            @Nullable String state,
            List<String> codes) {}

    public record RealisationExportLinks(String csv, String xlsx) {}

    /** What the actor may do. */
    public record RealisationListActions(boolean record, boolean bringIn) {}

    /** Whether done realisations are shown without a filter. */
    public boolean isDefaultView() {
        return narrowed.isEmpty() && RealisationListScope.fromForm(form) == RealisationListScope.DONE;
    }

    /** Whether anything but words narrows the list, so that the filters are shown. */
    public boolean detailed() {
        return RealisationFilterForm.FIELDS.stream()
                .skip(1)
                .anyMatch(field -> form.filled(field) || form.problem(field) != null);
    }
}
