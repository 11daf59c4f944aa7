package org.convergence.outreach.assembly.web;

import java.util.List;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Tone;
import org.jspecify.annotations.Nullable;

/**
 * The answers to a question about dates.
 *
 * @param places place and address of the video call, as far as known
 * @param meeting address of the meeting of the chosen date; {@code null} while it is sought
 * @param prepares whether the reader may note answers and choose
 * @param asks whether letters to those without an answer can be sent; {@code null} for who may not
 * @param form the last choice, with its problems
 */
public record DatePollPage(
        String url,
        String name,
        String body,
        String bodyUrl,
        List<String> places,
        List<ProposedDate> dates,
        List<AskedPersonRow> people,
        @Nullable String meeting,
        boolean prepares,
        @Nullable String asks,
        Form form) {

    /**
     * A proposed date.
     *
     * @param value as the form names it
     * @param count how many can come
     * @param best whether no other date suits more people
     */
    public record ProposedDate(String value, String when, String count, boolean best) {}

    /**
     * The answers of a person.
     *
     * @param letter the state of the last letter; {@code null} for none, and once the person answered
     * @param url the form of the answers
     */
    public record AskedPersonRow(
            String name, List<DateCell> cells, @Nullable String letter, String url) {}

    /** One answer. */
    public record DateCell(Tone tone, String word) {}
}
