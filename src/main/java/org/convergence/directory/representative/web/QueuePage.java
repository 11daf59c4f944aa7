package org.convergence.directory.representative.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What representatives propose.
 *
 * @param tally how many wait
 */
public record QueuePage(String tally, List<Of> organisations) {

    /** What waits of an organisation. */
    public record Of(String name, String url, List<Row> rows) {}

    /**
     * A proposal.
     *
     * @param stands what stands now, in words; {@code seen} as it is
     * @param changed whether it is not what stood any more when it was proposed
     * @param day of what day it is said, in words; {@code null} where it is of none, or none is said
     * @param choosesDay whether who accepts it says of what day it is
     * @param note whether it is only read
     * @param gone whether it can only be refused
     */
    public record Row(
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
