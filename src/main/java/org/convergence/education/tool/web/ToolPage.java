package org.convergence.education.tool.web;

import java.util.List;
import org.convergence.directory.people.ChooserField;
import org.convergence.education.tool.ToolId;
import org.convergence.plan.checklist.ChecklistPart;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.Tone;
import org.jspecify.annotations.Nullable;

/**
 * A tool with its editions, copies, hand-outs and loans.
 *
 * @param detail kind, theme, and who made it
 * @param stock copies handed out and left, as a sentence
 * @param low whether so few copies are left that more are printed
 * @param settings copies handed out by setting, then by region
 * @param handOuts with the copies that came back, the latest first
 */
public record ToolPage(
        String url,
        String title,
        String detail,
        @Nullable String description,
        String stock,
        boolean low,
        List<ToolRow> editions,
        ShownPeoplePart people,
        List<ToolRow> batches,
        List<String> settings,
        List<String> regions,
        List<ToolRow> handOuts,
        List<ToolRow> loans,
        boolean isLent,
        @Nullable ChecklistPart steps,
        boolean mayPlan,
        boolean mayRecord,
        boolean mayEdit) {

    static final String LIST = "/education/tool";

    static String url(ToolId id) {
        return LIST + "/" + id.value();
    }

    /**
     * A row.
     *
     * @param url its form; {@code null} for none
     */
    public record ToolRow(
            String name,
            @Nullable String url,
            String detail,
            @Nullable Tone tone,
            String state) {}

    /** The tools. */
    public record ToolListPage(List<ToolRow> tools, boolean mayEdit) {}

    /**
     * A form about a tool: its fields are told by {@code kind}.
     *
     * @param kind tool, edition, batch, hand-out, back, discard, loan or return
     * @param chooser the person in charge, or the holder; {@code null} for the other forms
     * @param confirm whether it asks to confirm, because more copies than are left are handed out
     */
    public record ToolFormPage(
            String kind,
            String title,
            String action,
            String cancel,
            @Nullable String about,
            Form form,
            List<Option> options,
            @Nullable ChooserField chooser,
            boolean confirm) {}
}
