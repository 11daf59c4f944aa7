package org.convergence.resources.subsidy.web;

import java.util.List;
import org.convergence.directory.people.ChooserField;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.Tone;
import org.jspecify.annotations.Nullable;

/**
 * A file.
 *
 * @param facts labels with their values
 * @param warnings what does not agree with the programme or the contract
 * @param contracts address at which the person gets a contract; {@code null} if one is connected, or without permission
 * @param claim address of the form of the next claim; {@code null} without permission, or until the file is approved
 */
public record SubsidyPage(
        String url,
        String title,
        String lead,
        Tone tone,
        String state,
        List<SubsidyFact> facts,
        List<String> warnings,
        @Nullable String contracts,
        @Nullable String note,
        List<StepLine> steps,
        List<ClaimLine> claims,
        @Nullable String claim,
        boolean mayManage) {

    /** A value with its label. */
    public record SubsidyFact(String label, String value) {}

    /**
     * A step.
     *
     * @param days in words
     */
    public record StepLine(String kind, String name, String days, Tone tone, String word, boolean done) {}

    /** A claim. */
    public record ClaimLine(String period, String url, String detail, Tone tone, String state) {}

    /**
     * The form of a file.
     *
     * @param key message key of the title
     * @param contracts of the person; empty for a new file
     */
    public record SubsidyFormPage(
            String key,
            String action,
            String cancel,
            Form form,
            List<Option> programmes,
            List<Option> contracts,
            ChooserField person,
            ChooserField responsible) {}
}
