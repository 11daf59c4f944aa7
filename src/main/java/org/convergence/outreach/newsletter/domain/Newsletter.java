package org.convergence.outreach.newsletter.domain;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.convergence.directory.segment.SegmentId;
import org.convergence.outreach.newsletter.NewsletterId;
import org.convergence.outreach.newsletter.NewsletterState;
import org.convergence.plan.actionplan.ActionId;
import org.jspecify.annotations.Nullable;

/**
 * An issue.
 *
 * @param number given when its sending begins
 * @param languages the first is the one that the others translate
 * @param concernsFunction whether it concerns the functions of its recipients (R-CASL-7)
 * @param mostErrors refused letters after which the sending pauses by itself
 * @param archivedAt when it was put in the public archive; {@code null} if it is for its recipients alone
 * @param stoppedAt when its sending was last stopped; {@code null} if it never was
 * @param pauseReason message key; {@code null} if nobody and nothing paused it
 */
public record Newsletter(
        NewsletterId id,
        int version,
        @Nullable Integer number,
        NewsletterState state,
        List<String> languages,
        @Nullable SegmentId segment,
        boolean concernsFunction,
        @Nullable ActionId action,
        int mostErrors,
        Instant createdAt,
        @Nullable Instant leavesAt,
        @Nullable UUID confirmedBy,
        @Nullable String confirmedName,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable String pauseReason,
        @Nullable Integer replies,
        @Nullable Instant stoppedAt,
        @Nullable String stoppedName,
        @Nullable Instant archivedAt) {

    /** The language that the others translate. */
    public String firstLanguage() {
        return languages.get(0);
    }

    /** Whether its texts can be changed. */
    public boolean isEditable() {
        return state == NewsletterState.DRAFT;
    }
}
