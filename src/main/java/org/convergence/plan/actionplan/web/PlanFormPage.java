package org.convergence.plan.actionplan.web;

import java.util.List;
import org.convergence.plan.actionplan.domain.LineFacts;
import org.convergence.plan.actionplan.domain.PlanHeader;
import org.convergence.platform.shell.Conflict;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.jspecify.annotations.Nullable;

/**
 * A form on a page of its own.
 *
 * @param key message key of its title; {@code <key>.submit} is the button's
 * @param planTitle title of its plan, {@code null} for a new one
 * @param subject label of its line
 * @param action where it is sent
 * @param cancel where the cancel link leads
 * @param note whether an amendment's date and reason are required
 * @param conflict the changes made meanwhile by another editor
 */
public record PlanFormPage(
        String key,
        @Nullable String planTitle,
        @Nullable String subject,
        String action,
        String cancel,
        Form form,
        boolean note,
        @Nullable Conflict conflict) {

    /** The form that moves a line within its plan. */
    public record LineMovePage(PlanFormPage form, List<Option> places) {}

    /**
     * The form that adopts a plan.
     *
     * @param decisions resolutions that may be cited; empty if none is known
     * @param sentence what the file of the plan says of its adoption, {@code null} if it says nothing
     */
    public record PlanAdoptionPage(
            PlanFormPage frame,
            List<Option> decisions,
            @Nullable String sentence) {}

    /**
     * The form of an action's follow-up.
     *
     * @param names suggested names of people
     */
    public record ActionFollowUpPage(PlanFormPage form, List<String> names) {}

    /** A form about a line, sent to the page {@code gesture} of the line. */
    static PlanFormPage of(LineFacts line, String key, String gesture, Form form, @Nullable Conflict conflict) {
        return new PlanFormPage(
                key,
                line.plan().facts().title(),
                line.words().label(),
                PlanFormatter.lineUrl(line.level(), line.id(), gesture),
                PlanFormatter.lineReturnUrl(line),
                form,
                !line.plan().isDraft(),
                conflict);
    }

    /** A form about a plan, sent to the page {@code gesture} of the plan; it needs no note. */
    static PlanFormPage of(PlanHeader plan, String gesture, Form form) {
        return new PlanFormPage(
                "actionplan." + gesture,
                plan.facts().title(),
                null,
                PlanHeadAssembler.url(plan, "/" + gesture),
                PlanHeadAssembler.url(plan, ""),
                form,
                false,
                null);
    }
}
