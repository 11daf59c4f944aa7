package org.convergence.directory.protection.web;

import java.util.List;
import org.convergence.directory.protection.domain.NameSweepService.SweepState;
import org.convergence.platform.redaction.Mention;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.Tone;
import org.jspecify.annotations.Nullable;

/**
 * A protected person.
 *
 * @param state how far the sweep came
 * @param retry the form that goes on with one that failed, or searches again, {@code null} if it may not
 * @param sweep the result of the sweep, {@code null} until it ends
 * @param mentions the number of places where the person may be meant
 * @param places the first of them; empty for readers who are not openers
 * @param withheld what was public and is shown to nobody outside
 * @param open the form that opens the identity, {@code null} for readers who are not openers
 * @param listing the form of the openers, {@code null} without the permission
 */
public record ProtectedPage(
        String codeName,
        String url,
        String record,
        String since,
        Tone tone,
        String degree,
        List<DegreeRow> consents,
        List<String> openers,
        SweepState state,
        @Nullable Form retry,
        @Nullable SweepSummary sweep,
        int mentions,
        List<MentionRow> places,
        List<WithheldRow> withheld,
        List<IdentityActionLine> gestures,
        boolean mayProtect,
        @Nullable Form open,
        @Nullable Form listing,
        List<Option> eligible) {

    /**
     * A consent, present or past.
     *
     * @param withdraw the form that withdraws it, {@code null} where it ended
     */
    public record DegreeRow(
            String use,
            String detail,
            Tone tone,
            String word,
            String url,
            @Nullable Form withdraw) {}

    /**
     * The result of the sweep.
     *
     * @param naming the number of files that still name the person
     * @param files the address and name of each; empty for readers who are not openers
     * @param unread the number of files that could not be read in full
     * @param unreadFiles the address and name of each; empty for readers who are not openers
     * @param left the number of rows that a rule kept unchanged
     * @param leftIn these rows, each with its address; for readers who are not openers only their tables, without one
     * @param backups the backups that hold the name
     * @param unreadBackups the backups that could not be read in full
     */
    public record SweepSummary(
            String said,
            int naming,
            List<Option> files,
            int unread,
            List<Option> unreadFiles,
            int left,
            List<Option> leftIn,
            List<String> backups,
            List<String> unreadBackups) {}

    /**
     * A place where the person may be meant.
     *
     * @param page its address, {@code null} for none
     * @param kind why it is uncertain
     * @param around the text found
     * @param hers what is done if the person is meant
     * @param alike the words for leaving all places with the same words; empty if there is one
     */
    public record MentionRow(
            String where,
            @Nullable String page,
            String kind,
            Mention.MarkedWords around,
            String hers,
            String replace,
            String leave,
            String alike,
            Form form) {}

    /**
     * A withheld record.
     *
     * @param page its address
     * @param form shows it again, {@code null} without the permission
     */
    public record WithheldRow(
            String page,
            String where,
            String since,
            String show,
            @Nullable Form form) {}

    /** An action, with its time and actor. */
    public record IdentityActionLine(String when, String what, List<String> more) {}
}
