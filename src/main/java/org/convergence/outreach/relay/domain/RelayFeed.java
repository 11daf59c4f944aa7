package org.convergence.outreach.relay.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.convergence.directory.people.OrganisationId;
import org.convergence.platform.fetch.FetchProblem;
import org.jspecify.annotations.Nullable;

/**
 * The feed of an organisation's site, in which its relays are looked for (R-MAIL-12).
 *
 * @param readAt the last reading that succeeded
 * @param failingSince the first of the readings that failed since; {@code null} if the last one succeeded
 * @param problem why the last reading failed; {@code null} if it succeeded
 */
public record RelayFeed(
        UUID id,
        OrganisationId organisation,
        String organisationName,
        String url,
        Instant readAt,
        @Nullable Instant failingSince,
        @Nullable String problem) {

    /** Why the last reading failed; {@code null} if it succeeded. */
    public @Nullable FetchProblem readProblem() {
        return FetchProblem.read(problem);
    }

    /** A post of an organisation that may be a kit, until a person says so or not. */
    public record RelayCandidate(UUID id, String organisationName, String url, String title, LocalDate publishedOn) {}
}
