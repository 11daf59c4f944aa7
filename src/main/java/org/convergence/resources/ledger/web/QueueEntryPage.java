package org.convergence.resources.ledger.web;

import org.convergence.platform.shell.Form;
import org.jspecify.annotations.Nullable;

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
