package org.convergence.outreach.media.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.convergence.platform.fetch.FetchProblem;
import org.jspecify.annotations.Nullable;

/**
 * The feed of the organisation's own site (R-WEB-4).
 *
 * @param readAt the last reading that succeeded
 * @param failingSince the first of the readings that failed since; {@code null} if the last one succeeded
 * @param problem why the last reading failed; {@code null} if it succeeded
 */
public record MediaFeed(
        UUID id,
        int version,
        String url,
        Instant readAt,
        @Nullable Instant failingSince,
        @Nullable String problem,
        @Nullable String etag,
        @Nullable String lastModified) {

    /** Why the last reading failed; {@code null} if it succeeded. */
    public @Nullable FetchProblem readProblem() {
        return FetchProblem.read(problem);
    }

    /** A post that the feed lists, proposed for the realisation of its month. */
    public record PostProposal(UUID id, String url, String title, LocalDate publishedOn) {}
}
