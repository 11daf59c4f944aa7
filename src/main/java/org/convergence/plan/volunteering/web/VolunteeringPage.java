package org.convergence.plan.volunteering.web;

import java.util.List;
import org.convergence.directory.people.ChooserField;
import org.convergence.plan.volunteering.VolunteerTaskId;
import org.convergence.platform.mail.LetterStatus;
import org.convergence.platform.publicform.FormShield;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.Tone;
import org.convergence.platform.shell.TranslatedPage;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;

/**
 * A task offered by link, as the team sees it.
 *
 * @param lead places, hours and day
 * @param link the address to pass on; {@code null} once nobody may take it
 * @param realisation of what was done; {@code null} for none
 * @param form notes a person who said it by word of mouth; {@code null} without the permission, or without a free place
 * @param mayOffer whether the actor may change anything
 * @param closed whether the offer was ended
 */
public record VolunteeringPage(
        String url,
        String what,
        String lead,
        String detail,
        @Nullable String link,
        @Nullable String realisation,
        List<SignUpPart> signUps,
        @Nullable Form form,
        boolean mayOffer,
        boolean closed) {

    static final String LIST = "/plan/volunteering";

    /** Where anyone may take a task. */
    static final String PUBLIC = "/public/volunteering/";

    /**
     * A person who took the task.
     *
     * @param url its address, to which gestures are added
     * @param mail {@code null} for none
     * @param letter the letter that confirms it; {@code null} for none
     * @param form asks for the hours; {@code null} if nothing is to be noted
     * @param mayReopen whether the actor may take back what was noted
     */
    public record SignUpPart(
            String url,
            String name,
            @Nullable String mail,
            String detail,
            Tone tone,
            String state,
            @Nullable LetterStatus letter,
            @Nullable Form form,
            boolean mayReopen) {}

    /** The list of tasks. */
    public record VolunteeringListPage(List<VolunteeringItem> items, boolean mayOffer) {}

    /** A task in the list, or on the page of its line of the plan. */
    public record VolunteeringItem(String url, String what, String detail, Tone tone, String state) {}

    /**
     * The tasks of a line of the plan.
     *
     * @param offer the form of a new one; {@code null} without the permission
     */
    public record VolunteeringLinePart(
            List<VolunteeringItem> items, @Nullable String offer) {}

    /** The form of a task. */
    public record VolunteeringFormPage(
            String key,
            @Nullable String what,
            String action,
            String cancel,
            Form form,
            ChooserField responsible,
            List<Option> lines) {}

    /**
     * A task for anyone who has the link.
     *
     * @param words in the visitor's language
     * @param form {@code null} if nobody may take it any longer, or the visitor just did
     */
    public record PublicTaskPage(
            Words words,
            String action,
            String address,
            List<Option> languages,
            String what,
            String detail,
            String lead,
            @Nullable Form form,
            FormShield shield,
            boolean done)
            implements TranslatedPage {}

    static String url(VolunteerTaskId id) {
        return LIST + "/" + id.value();
    }
}
