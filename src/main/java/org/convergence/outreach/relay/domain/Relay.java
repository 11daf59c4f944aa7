package org.convergence.outreach.relay.domain;

import java.time.LocalDate;
import java.util.UUID;
import org.convergence.directory.people.OrganisationId;
import org.convergence.outreach.relay.RelayKitId;
import org.convergence.outreach.relay.RelayState;
import org.convergence.platform.document.DocumentId;
import org.jspecify.annotations.Nullable;

/**
 * A kit at an organisation.
 *
 * @param channel where it was published, in the organisation's words
 * @param circulation as the organisation stated it; {@code null} if it stated none
 * @param circulationOn the day of that statement
 */
public record Relay(
        UUID id,
        int version,
        RelayKitId kit,
        String title,
        OrganisationId organisation,
        String organisationName,
        RelayState state,
        @Nullable LocalDate declaredOn,
        @Nullable String channel,
        @Nullable String url,
        @Nullable Integer circulation,
        @Nullable LocalDate circulationOn,
        @Nullable DocumentId document) {

    /**
     * The answer of an organisation.
     *
     * @param state taken, declared or declined
     * @param on the day of publication; {@code null} if it is not published
     */
    public record RelayAnswer(
            RelayState state,
            @Nullable LocalDate on,
            @Nullable String channel,
            @Nullable String url,
            @Nullable Integer circulation) {}
}
