package org.convergence.directory.representative.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The pending proposals of representatives.
 *
 * @param tally their number
 */
public record CorrectionQueuePage(String tally, List<OrganisationProposals> organisations) {

    /** The pending proposals of an organisation. */
    public record OrganisationProposals(String name, String url, List<ProposalReviewRow> rows) {

        /** The proposals that can be accepted together: unchanged since they were made, and with their day. */
        public List<ProposalReviewRow> acceptable() {
            return rows.stream()
                    .filter(row -> !row.note() && !row.gone() && !row.changed() && !row.choosesDay())
                    .toList();
        }
    }

    /**
     * A proposal.
     *
     * @param stands the present value, in words; {@code seen} is the raw value
     * @param changed whether the present value changed since the proposal
     * @param day its day, in words; {@code null} for none
     * @param choosesDay whether the person who accepts it gives its day
     * @param note whether it is only read
     * @param gone whether it can only be refused
     */
    public record ProposalReviewRow(
            String id,
            String about,
            String label,
            String stands,
            String seen,
            String proposed,
            @Nullable String day,
            boolean choosesDay,
            String when,
            boolean changed,
            boolean note,
            boolean gone) {}
}
