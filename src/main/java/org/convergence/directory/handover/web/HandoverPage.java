package org.convergence.directory.handover.web;

import java.util.List;
import org.convergence.directory.handover.domain.HandoverQueries.SuccessorLetter;
import org.convergence.platform.text.SafeHtml;
import org.jspecify.annotations.Nullable;

/**
 * A completed hand-over.
 *
 * @param note {@code null} where there is none
 * @param mayTakeBack whether a letter waits and the reader may take it back
 * @param mayDeliver whether the reader may note a letter as delivered otherwise, or undo such a note
 * @param unread whether the reader is a successor and has not yet confirmed reading it
 */
public record HandoverPage(
        String person,
        String url,
        String passed,
        String lastDay,
        @Nullable SafeHtml note,
        List<HandoverItemGroup> passes,
        List<HandoverItemGroup> ends,
        List<HandoverItemGroup> remains,
        List<SuccessorLetter> letters,
        boolean mayTakeBack,
        boolean mayDeliver,
        boolean unread) {
    /** Coming departures and completed hand-overs. */
    public record HandoverListPage(List<HandoverRow> leaving, List<HandoverRow> past) {

        /** A person's line. */
        public record HandoverRow(String when, String name, String url) {}
    }
}
