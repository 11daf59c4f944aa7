package org.convergence.resources.declaration.web;

import java.util.List;
import org.convergence.platform.publicform.FormShield;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.Tone;
import org.convergence.platform.shell.TranslatedPage;
import org.convergence.platform.text.Words;
import org.convergence.resources.declaration.domain.Round;
import org.jspecify.annotations.Nullable;

/**
 * The page of a round: organisations asked, answered and silent.
 *
 * @param lead the progress, in a sentence
 * @param days the days on which it asks, reminds and closes
 * @param approve label of the button that approves the round; {@code null} where nothing waits for approval or the
 *     reader lacks the permission
 * @param waits what the round waits for, shown in place of the approve button: another person's approval or a missing
 *     step; {@code null} for nothing
 * @param remind label of the button that sends reminders; {@code null} where no organisation needs one
 * @param mayDeliver whether letters can be noted as delivered otherwise, or such a note undone
 * @param mayWithdraw whether its approval can be withdrawn
 * @param approvalStays why it cannot any more: how many questions left; {@code null} without the permission
 * @param takeBack label of the button that takes back waiting letters; {@code null} where no letter waits
 */
public record RoundPage(
        String url,
        String title,
        String lead,
        List<RoundDay> days,
        @Nullable String approve,
        @Nullable String waits,
        @Nullable String remind,
        @Nullable String takeBack,
        boolean mayDeliver,
        boolean mayMove,
        boolean mayWithdraw,
        @Nullable String approvalStays,
        List<RoundStateGroup> parts) {

    static final String LIST = "/resources/declaration";

    static String url(Round round) {
        return LIST + "/" + round.id();
    }

    /** A day of the round. */
    public record RoundDay(String name, String value) {}

    /** The organisations in one state, the most urgent state first. */
    public record RoundStateGroup(String title, List<RoundRow> rows) {}

    /**
     * An organisation.
     *
     * @param reach the recipient of its letters
     * @param number the headcount that counts, in words; says so if carried forward
     * @param detail the author, the difference from the previous number, and the remark
     * @param contact address that changes the billing contact; {@code null} without the permission
     * @param confirm address that confirms the number; {@code null} if there is nothing to confirm
     */
    public record RoundRow(
            String name,
            String url,
            Tone tone,
            String state,
            String reach,
            String number,
            String detail,
            @Nullable String contact,
            @Nullable String confirm) {}

    /**
     * The days of a round.
     *
     * @param about the round to move; {@code null} for a new one
     * @param same an existing round for the same reference date; {@code null} if there is none
     * @param fixed whether the days announced to members are read-only
     */
    public record RoundFormPage(
            String key,
            @Nullable String about,
            @Nullable Option same,
            String action,
            String cancel,
            boolean fixed,
            Form form) {}

    /** The rounds, the latest first. */
    public record RoundListPage(List<RoundListRow> rows, boolean mayPrepare) {

        /** A round. */
        public record RoundListRow(String title, String url, String detail, Tone tone, String state) {}
    }

    /**
     * The page on which an organisation answers.
     *
     * @param words in the language of the page
     * @param us the asking organisation
     * @param them the answering organisation
     * @param question the whole question, with its reference date
     * @param until the last day to answer and correct, as a sentence
     * @param done the current answer, as a sentence; {@code null} for none
     * @param open whether it can still be answered
     */
    public record LinkAnswerPage(
            Words words,
            String us,
            String them,
            String question,
            String until,
            @Nullable String done,
            boolean open,
            String address,
            String action,
            List<Option> languages,
            FormShield shield,
            Form form)
            implements TranslatedPage {}
}
