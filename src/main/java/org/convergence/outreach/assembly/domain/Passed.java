package org.convergence.outreach.assembly.domain;

import java.time.LocalDate;
import java.util.UUID;
import org.convergence.outreach.assembly.MeetingId;
import org.jspecify.annotations.Nullable;

/**
 * A resolution as one reads it.
 *
 * @param label its number
 * @param day that of its meeting
 * @param proposer with her organisation, as the minutes write it; {@code null} where they do not say
 * @param majority what was asked of the vote
 */
public record Passed(
        UUID id,
        int version,
        String label,
        String body,
        MeetingId meeting,
        UUID item,
        LocalDate day,
        ResolutionFacts facts,
        @Nullable Mover proposer,
        @Nullable Mover seconder,
        int present,
        Majority majority,
        boolean carried) {

    /**
     * Who proposed or seconded.
     *
     * @param organisation for which she sat, {@code null} for herself
     */
    public record Mover(String name, @Nullable String organisation) {}
}
