package org.convergence.directory.handover.web;

import java.util.List;
import org.convergence.directory.handover.domain.HandoverQueries.SuccessorLetter;
import org.convergence.directory.handover.domain.HandoverService.HandoverPreview;
import org.convergence.directory.people.ChooserField;
import org.convergence.platform.shell.Form;
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

    /**
     * The holdings of a person, before the hand-over.
     *
     * @param mark the fingerprint of the inventory
     * @param may whether the reader may hand over; otherwise they only read
     * @param mailSet whether a letter to a successor leaves at once
     * @param passes what passes to a successor
     * @param ends what ends on the last day
     * @param remains items that other people decide on
     * @param preview the successors, their items and the letters, shown before confirmation; {@code null} where nothing was
     *     chosen
     */
    public record HandoverPreparationPage(
            String person,
            String url,
            String back,
            String mark,
            boolean may,
            boolean mailSet,
            List<HandoverItemGroup> passes,
            List<HandoverItemGroup> ends,
            List<HandoverItemGroup> remains,
            ChooserField successor,
            ChooserField other,
            @Nullable HandoverPreview preview,
            Form form) {

        /** Whether the person holds nothing. */
        public boolean isEmpty() {
            return passes.isEmpty() && ends.isEmpty() && remains.isEmpty();
        }

        /** The number of things that pass. */
        public int count() {
            return passes.stream().mapToInt(part -> part.rows().size()).sum();
        }
    }

    /** The part of a person's page: the address of the preparation, and the past hand-overs. */
    public record PersonHandoverPart(String prepare, List<PastHandover> past) {

        /** A completed hand-over. */
        public record PastHandover(String url, String passed, String lastDay) {}
    }
}
