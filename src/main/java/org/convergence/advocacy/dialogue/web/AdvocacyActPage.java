package org.convergence.advocacy.dialogue.web;

import java.util.List;
import org.convergence.directory.people.ChooserField;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.Tone;
import org.jspecify.annotations.Nullable;

/**
 * An act.
 *
 * @param facts label and value, in order
 * @param said {@code null} if nothing is noted
 * @param reply what came back, in words; {@code null} for an act that awaits nothing
 * @param realisation the page where the lines of the plan are chosen; {@code null} for none
 * @param form says what came back; {@code null} without the permission, or once it is said
 * @param planned whether it is to come, or its day is past and nobody said what happened
 */
public record AdvocacyActPage(
        String url,
        String title,
        String lead,
        Tone tone,
        String state,
        List<ActTarget> targets,
        List<ActFact> facts,
        @Nullable String said,
        @Nullable String reply,
        @Nullable String realisation,
        boolean mayFollow,
        boolean planned,
        boolean cancelled,
        @Nullable Form form) {

    /**
     * A decision-maker met or written to.
     *
     * @param left that she left her office, in words; {@code null} if she did not
     */
    public record ActTarget(
            String name, String url, @Nullable String left) {}

    /** A fact. */
    public record ActFact(String label, String value) {}

    /**
     * The form of an act.
     *
     * @param targets the decision-makers chosen
     * @param asks the asks to choose from
     */
    public record AdvocacyActFormPage(
            String key,
            String action,
            String cancel,
            Form form,
            List<ActTarget> targets,
            List<String> targetIds,
            ChooserField also,
            ChooserField ours,
            List<Option> asks,
            List<Option> lines) {}
}
