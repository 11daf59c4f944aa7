package org.convergence.safety.guide.domain;

import java.time.Instant;
import java.util.UUID;
import org.convergence.platform.fetch.FetchProblem;
import org.jspecify.annotations.Nullable;

/**
 * The address from which the register of advisories is read each night (R-WATCH-3).
 *
 * @param readAt the last reading that succeeded
 * @param failingSince the first of the readings that failed since; {@code null} if the last one succeeded
 * @param problem why the last reading failed; {@code null} if it succeeded
 */
public record AdvisoryRegister(
        UUID id,
        int version,
        String url,
        Instant readAt,
        @Nullable Instant failingSince,
        @Nullable String problem) {

    /** Why the last reading failed; {@code null} if it succeeded. */
    public @Nullable FetchProblem readProblem() {
        return FetchProblem.read(problem);
    }
}
