package org.convergence.resources.grant.web;

import java.util.List;
import java.util.UUID;
import org.convergence.directory.people.ChooserField;
import org.convergence.directory.secondlook.SecondLookParts.SecondLookPart;
import org.convergence.platform.audit.ChangeHistory;
import org.convergence.platform.list.ListFrame;
import org.convergence.platform.shell.Conflict;
import org.convergence.platform.shell.Field;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.RecordOrigins.OriginLink;
import org.convergence.platform.shell.Tab;
import org.convergence.platform.shell.Tone;
import org.convergence.resources.grant.GrantAnswerId;
import org.convergence.resources.grant.GrantApplicationId;
import org.convergence.resources.grant.domain.GrantApplicationState;
import org.convergence.resources.grant.web.GrantCallPage.CallFact;
import org.jspecify.annotations.Nullable;

/**
 * An application.
 *
 * @param call the call's address, and its title beside
 * @param state the state itself; the template offers the acts that it allows
 * @param facts approval, sending and outcome, in words
 * @param agreement the address of the agreement that it opened; {@code null} until then
 * @param file the address of what was sent; {@code null} for none
 * @param progress « 4 réponses sur 6 »
 * @param isLate whether the deadline passed while it is not sent
 * @param origins the records from which it was made, such as a partner's request
 * @param addLetter where a letter is asked for; {@code null} once it was sent, or without the permission
 * @param totals the total of the budget in words; {@code null} without a budget
 */
public record GrantApplicationPage(
        String url,
        int version,
        String title,
        String call,
        String funder,
        String deadline,
        GrantApplicationState state,
        String stateName,
        List<CallFact> facts,
        @Nullable String agreement,
        @Nullable String file,
        String progress,
        boolean isLate,
        @Nullable String lacks,
        List<AnswerItem> answers,
        List<BudgetItem> budget,
        @Nullable String totals,
        boolean mayEdit,
        boolean mayApprove,
        boolean mayAsk,
        List<OriginLink> origins,
        List<LetterItem> letters,
        @Nullable String addLetter,
        SecondLookPart looks,
        ChangeHistory history) {

    /** The title of one that begins here. */
    public static final Field<String> TITLE = Field.text("title", "grant.field.title", 300);

    /** The call that it answers. */
    public static final Field<UUID> CALL = Field.id("call", "grant.application.for");

    /** Filter of the list of applications. */
    public static final Field<GrantApplicationState> STATE = Field.choice(
                    "state", "grant.field.state", List.of(GrantApplicationState.values()), GrantApplicationState::key)
            .optional();

    static String url(GrantApplicationId id) {
        return GrantMenu.APPLICATIONS + "/" + id.value();
    }

    static String url(GrantAnswerId id) {
        return "/resources/grant/answers/" + id.value();
    }

    /**
     * A question with its answer.
     *
     * @param over whether the answer is longer than the limit
     * @param control the id of the control that holds the text to copy
     */
    public record AnswerItem(
            String url,
            String question,
            String body,
            String length,
            boolean over,
            @Nullable String writer,
            String control) {}

    /**
     * A letter that a partner is asked for.
     *
     * @param url its form; {@code null} if it no longer changes
     * @param receive where it is noted as received; {@code null} if it was, or no longer changes
     * @param file {@code null} without a copy
     */
    public record LetterItem(
            @Nullable String url,
            String title,
            String detail,
            Tone tone,
            String state,
            @Nullable String receive,
            @Nullable String file) {}

    /** A line of the budget, in words. */
    public record BudgetItem(String label, String requested, String other, String total) {}

    /**
     * A form of an application on its own page.
     *
     * @param kind questions, budget, approval, submission or outcome
     * @param empty the questions without an answer, named before the sending is recorded
     */
    public record ApplicationFormPage(
            String kind,
            String about,
            String url,
            Form form,
            List<String> empty,
            @Nullable ChooserField person,
            long largest) {}

    /**
     * The form of one that begins here.
     *
     * @param calls that are open
     */
    public record ApplicationNewPage(Form form, List<Option> calls) {}

    /**
     * An answer being written.
     *
     * @param length the number alone if there is a limit, else « 212 mots »
     * @param most the limit, « 250 mots »; {@code null} for none
     * @param past past answers to like questions
     * @param open whether it may still be written
     */
    public record AnswerPage(
            String url,
            String application,
            String about,
            String question,
            Form form,
            ChooserField writer,
            String length,
            @Nullable String most,
            boolean over,
            @Nullable Conflict conflict,
            List<PastAnswerItem> past,
            boolean open,
            ChangeHistory history) {}

    /** A past answer to a like question. */
    public record PastAnswerItem(
            String url, String title, String state, String question, String body, String control) {}

    /** The list of applications. */
    public record ApplicationListPage(ListFrame frame, List<Tab> tabs, List<ApplicationItem> items) {}

    /** An application in the list. */
    public record ApplicationItem(String url, String title, String detail, Tone tone, String state) {}
}
