package org.convergence.resources.dues.web;

import java.util.List;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.Tone;
import org.jspecify.annotations.Nullable;

/**
 * One call: what it would ask, or what became of it.
 *
 * @param lead its days, in one sentence
 * @param facts what it comes to, in words
 * @param notes what asks for an eye before it is issued
 * @param issue where its invoices are issued, with how many; {@code null} where there is nothing to issue, or for who may not
 * @param since where those who became members since are asked, with how many; {@code null} for none
 * @param remind where reminders are looked at before they are posted, with how many are due; {@code null} for none
 * @param prints where what is printed for the post is, by day
 * @param keeps whether one may change it
 * @param form the filter of the list
 */
public record CallPage(
        String name,
        String url,
        String lead,
        List<Fact> facts,
        List<String> notes,
        @Nullable Act issue,
        @Nullable Act since,
        @Nullable Act remind,
        Letters letters,
        List<Act> prints,
        boolean keeps,
        boolean issued,
        List<Revised> revisions,
        Form form,
        List<Option> states,
        Head byName,
        Head byAmount,
        Head byState,
        List<Row> rows,
        @Nullable String first,
        @Nullable String next) {

    /** A figure with its name. */
    public record Fact(String name, String value) {}

    /**
     * A heading of the list.
     *
     * @param url where the list is in its order
     * @param sorted the value of {@code aria-sort}; {@code null} where the list is not in its order
     */
    public record Head(String label, String url, @Nullable String sorted) {}

    /**
     * What became of its letters.
     *
     * @param notes why some have not left
     * @param links where letters are marked as delivered
     * @param acts gestures that are done at once
     */
    public record Letters(List<String> notes, List<Act> links, List<Act> acts) {}

    /** A gesture and where it is done. */
    public record Act(String label, String url) {}

    /**
     * A headcount said anew.
     *
     * @param rest the gesture by which what was credited by hand counts; {@code null} where nothing was
     */
    public record Revised(
            String name,
            String url,
            String detail,
            String difference,
            String act,
            String action,
            @Nullable String rest) {}

    /**
     * A member.
     *
     * @param how how its amount came to be, or what stands in the way
     * @param to to whom it goes
     * @param letter what became of its last letter; {@code null} for none
     * @param leave where it is left out or taken in again; {@code null} where it cannot be
     * @param out whether it is left out
     */
    public record Row(
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
