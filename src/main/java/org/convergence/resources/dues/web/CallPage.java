package org.convergence.resources.dues.web;

import java.util.List;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.Tone;
import org.jspecify.annotations.Nullable;

/**
 * A call: the amounts that it would ask before the issue, its result afterwards.
 *
 * @param lead its dates, in one sentence
 * @param facts its totals, formatted
 * @param notes warnings to check before the issue
 * @param issue the action that issues its invoices, with their count; {@code null} where there is nothing to issue, or
 *     without permission
 * @param since the action that prepares a call for members that joined since, with their count; {@code null} for none
 * @param remind the action that shows the due reminders, with their count; {@code null} for none
 * @param prints the files of letters to be printed, by day
 * @param keeps whether the user may edit the call
 * @param form the filter of the list
 */
public record CallPage(
        String name,
        String url,
        String lead,
        List<CallFigure> facts,
        List<String> notes,
        @Nullable CallAction issue,
        @Nullable CallAction since,
        @Nullable CallAction remind,
        CallLettersPart letters,
        List<CallAction> prints,
        boolean keeps,
        boolean issued,
        List<RevisionRow> revisions,
        Form form,
        List<Option> states,
        CallColumnHead byName,
        CallColumnHead byAmount,
        CallColumnHead byState,
        List<CallMemberRow> rows,
        @Nullable String first,
        @Nullable String next) {

    /** A figure with its name. */
    public record CallFigure(String name, String value) {}

    /**
     * A heading of the list.
     *
     * @param url the list in the order of this column
     * @param sorted the value of {@code aria-sort}; {@code null} where the list is in another order
     */
    public record CallColumnHead(
            String label, String url, @Nullable String sorted) {}

    /**
     * The state of its letters.
     *
     * @param notes why some have not left
     * @param links pages that mark letters as delivered
     * @param acts actions that take effect without a confirmation page
     */
    public record CallLettersPart(List<String> notes, List<CallAction> links, List<CallAction> acts) {}

    /** An action and its address. */
    public record CallAction(String label, String url) {}

    /**
     * A revised headcount.
     *
     * @param writes whether the action sends a letter, which its page shows first
     * @param rest the action that counts earlier credits by hand; {@code null} where there are none
     */
    public record RevisionRow(
            String name,
            String url,
            String detail,
            String difference,
            String act,
            String action,
            boolean writes,
            @Nullable String rest) {}

    /**
     * A member.
     *
     * @param how the computation of its amount, or why there is none
     * @param to the billing recipient
     * @param letter the state of its last letter; {@code null} for none
     * @param leave the address that excludes or includes it; {@code null} where it cannot change
     * @param out whether it is excluded
     */
    public record CallMemberRow(
            String name,
            String url,
            String headcount,
            String amount,
            String how,
            String difference,
            String to,
            @Nullable String invoice,
            @Nullable String invoiceUrl,
            @Nullable Tone tone,
            String state,
            @Nullable String letter,
            @Nullable String leave,
            boolean out) {}
}
