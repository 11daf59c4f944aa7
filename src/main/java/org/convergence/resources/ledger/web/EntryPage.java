package org.convergence.resources.ledger.web;

import org.convergence.platform.shell.Form;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the queue.
 *
 * @param author who entered it; {@code null} where the history does not tell
 * @param ask where the accountant asks; {@code null} for who may not
 * @param reply where one answers; {@code null} where nothing is asked, or for who may not
 */
public record EntryPage(
        QueuePage.Row entry,
        String url,
        @Nullable String author,
        @Nullable Form ask,
        @Nullable Form reply) {}
