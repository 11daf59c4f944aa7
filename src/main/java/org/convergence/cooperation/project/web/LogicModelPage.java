package org.convergence.cooperation.project.web;

import java.util.List;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.Tab;
import org.convergence.platform.text.SafeHtml;
import org.jspecify.annotations.Nullable;

/**
 * The logic model of a project: its picture, and its outline.
 *
 * @param drawing with its table; {@code null} without results
 * @param add the address at which a result is added; {@code null} without the permission
 */
public record LogicModelPage(
        String url,
        String title,
        List<Tab> tabs,
        @Nullable SafeHtml drawing,
        List<ResultPart> results,
        @Nullable String add) {

    /**
     * A result in the outline.
     *
     * @param depth from 1
     * @param level its name, in the funder's words
     * @param warnings about its wording
     */
    public record ResultPart(
            String url, int depth, String level, String statement, String assumption, List<String> warnings) {}

    /**
     * The form of a result.
     *
     * @param remove the address that removes it; {@code null} for a new one
     */
    public record ResultFormPage(
            String key,
            String action,
            String cancel,
            String project,
            Form form,
            List<Option> levels,
            List<Option> parents,
            List<String> warnings,
            @Nullable String remove) {}
}
