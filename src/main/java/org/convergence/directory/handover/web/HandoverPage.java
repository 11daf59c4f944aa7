package org.convergence.directory.handover.web;

import java.util.List;
import org.convergence.platform.mail.LetterStatus;
import org.convergence.platform.text.SafeHtml;
import org.jspecify.annotations.Nullable;

/**
 * A completed hand-over.
 *
 * @param note {@code null} where there is none
 * @param mayTakeBack whether a letter waits and the reader may take it back
 * @param unread whether the reader took over and has not marked the note as read
 */
public record HandoverPage(
        String person,
        String url,
        String passed,
        String lastDay,
        @Nullable SafeHtml note,
        List<HeldPart> passes,
        List<HeldPart> ends,
        List<HeldPart> remains,
        List<LetterRow> letters,
        boolean mayTakeBack,
        boolean unread) {

    /** A letter to a successor, and its state. */
    public record LetterRow(String name, LetterStatus status) {}
}
