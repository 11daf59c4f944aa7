package org.convergence.resources.ledger.web;

import java.util.List;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Tab;
import org.convergence.platform.shell.Tone;
import org.convergence.resources.ledger.LedgerPermissions;
import org.jspecify.annotations.Nullable;

/**
 * The accountant's queue.
 *
 * @param reviews whether the user accepts and returns entries
 * @param more how many entries wait beyond those shown
 * @param totals what those shown would post to each account
 */
public record AccountantQueuePage(
        List<Tab> tabs,
        Form form,
        String lead,
        List<QueueEntryRow> rows,
        boolean reviews,
        int more,
        PostingsPart totals) {

    /**
     * An entry.
     *
     * @param seen its id and version, by which it is accepted as shown
     * @param about the address of its document
     * @param postings what it posts to each account, formatted
     * @param state {@code null} without question
     * @param question {@code null} for none
     * @param act the other possible action: ask, answer
     */
    public record QueueEntryRow(
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

    /**
     * An entry of the queue.
     *
     * @param author its author; {@code null} where the audit history does not reach back
     * @param ask the accountant's form for a question; {@code null} without permission
     * @param reply the form for the answer; {@code null} without question, or without permission
     */
    public record QueueEntryPage(
            AccountantQueuePage.QueueEntryRow entry,
            String url,
            @Nullable String author,
            @Nullable Form ask,
            @Nullable Form reply) {}

    /** Whether the current user reviews what others enter; a user that issues invoices is not the accountant. */
    static boolean isReaderAccountant() {
        Actor actor = CurrentActor.get();
        return actor.may(LedgerPermissions.REVIEW) && !actor.may(LedgerPermissions.ISSUE);
    }
}
