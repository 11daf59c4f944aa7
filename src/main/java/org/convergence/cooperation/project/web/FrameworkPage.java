package org.convergence.cooperation.project.web;

import java.util.List;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.OptionGroup;
import org.convergence.platform.shell.Tab;
import org.jspecify.annotations.Nullable;

/**
 * The measurement framework of a project, with its eight columns.
 *
 * @param missing how many results have no indicator, in words; {@code null} if all have one
 * @param add the address at which an indicator is added; {@code null} without the permission or without results
 */
public record FrameworkPage(
        String url,
        String title,
        List<Tab> tabs,
        List<FrameworkPart> rows,
        @Nullable String missing,
        @Nullable String add,
        boolean hasResults) {

    /**
     * A row: the first of a result names it.
     *
     * @param result empty for its further indicators
     * @param indicator {@code null} if the result has none
     */
    public record FrameworkPart(
            String level,
            String result,
            String addUrl,
            @Nullable IndicatorPart indicator) {}

    /** An indicator with its columns, in words. */
    public record IndicatorPart(
            String url,
            String wording,
            String baseline,
            List<String> targets,
            String source,
            String method,
            String frequency,
            String responsible,
            List<String> warnings) {}

    /**
     * The form of an indicator.
     *
     * @param lines the lines of the plans that can feed it
     * @param partners the organisations among the project's partners
     * @param remove the address that removes it; {@code null} for a new one
     */
    public record IndicatorFormPage(
            String key,
            String action,
            String cancel,
            String project,
            Form form,
            List<Option> results,
            List<OptionGroup> lines,
            List<Option> partners,
            List<String> warnings,
            @Nullable String remove) {}
}
