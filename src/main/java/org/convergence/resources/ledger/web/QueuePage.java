package org.convergence.resources.ledger.web;

import java.util.List;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Tab;
import org.convergence.platform.shell.Tone;
import org.jspecify.annotations.Nullable;

/**
 * The accountant's queue.
 *
 * @param reviews whether the reader accepts and returns
 * @param more how many wait beyond those that are shown
 * @param totals what those that are shown would post to each account
 */
public record QueuePage(
        List<Tab> tabs, Form form, String lead, List<Row> rows, boolean reviews, int more, Postings totals) {

    /**
     * An entry.
     *
     * @param seen by which it is accepted as it was shown
     * @param about where the thing itself is
     * @param postings what it posts to each account, in words
     * @param state {@code null} where nothing was asked
     * @param question {@code null} for none
     * @param act what can be done with it beside: ask, answer
     */
    public record Row(
            String seen,
            boolean waits,
            String url,
            String what,
            String about,
            String detail,
            String amount,
            List<String> postings,
            @Nullable Tone tone,
            @Nullable String state,
            @Nullable String question,
            @Nullable String answer,
            @Nullable String act) {}
}
