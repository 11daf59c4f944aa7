package org.convergence.outreach.vote.web;

import java.util.List;
import org.convergence.platform.publicform.FormShield;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.Tone;
import org.convergence.platform.shell.TranslatedPage;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;

/**
 * The mandate letters of an assembly, as the team sees them.
 *
 * @param form the last day for answers; {@code null} if nobody may be asked by this user
 * @param toAsk whether a member is still to be asked
 * @param due whether members were asked, so that their last day can be moved
 * @param toRemind how many members can be reminded today
 * @param toTell how many members hold another last day than theirs
 * @param waits whether a letter can be taken back
 */
public record MandateLettersPage(
        String title,
        String url,
        String meetingUrl,
        String lead,
        List<MandateLetterRow> rows,
        @Nullable Form form,
        boolean toAsk,
        boolean due,
        int toRemind,
        int toTell,
        boolean waits) {

    /**
     * A member.
     *
     * @param latest the last letter after the request; {@code null} for none
     */
    public record MandateLetterRow(
            String url, String name, String right, @Nullable String latest, Tone tone, String state) {}

    /**
     * The letter of one member.
     *
     * @param notice the state of its notice; {@code null} where the state says it, or there is none
     * @param due the last day for its answer, as a sentence; {@code null} if it was not asked
     * @param document the address of the uploaded letter; {@code null} for none
     * @param form {@code null} for users who may not note it, and for a member without a right
     */
    public record MemberMandatePage(
            String url,
            String listUrl,
            String name,
            String right,
            Tone tone,
            String state,
            @Nullable String notice,
            @Nullable String due,
            List<NamedRow> people,
            @Nullable String signed,
            @Nullable String document,
            int places,
            @Nullable Form form) {}

    /** A person named. */
    public record NamedRow(String name, String detail, Tone tone, String state) {}

    /**
     * The letter as its member sees it.
     *
     * @param right how many delegates, and why
     * @param said what was received; {@code null} for nothing yet
     * @param until the last day, or that it is over
     */
    public record MandateLinkPage(
            Words words,
            String address,
            String action,
            List<Option> languages,
            String title,
            String when,
            String right,
            @Nullable String said,
            String until,
            boolean isOpen,
            int places,
            FormShield shield,
            Form form)
            implements TranslatedPage {}
}
