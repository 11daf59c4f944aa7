package org.convergence.resources.delegation.domain;

import java.time.LocalDate;
import java.util.UUID;
import org.convergence.directory.people.Decision;
import org.convergence.platform.database.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/**
 * A decision that suspends a member's delegates and votes.
 *
 * @param until its last day; {@code null} while it lasts
 */
@Table(schema = "resources", value = "delegation_suspension")
public record Suspension(
        @Id UUID id,
        @Version int version,
        UUID membership,
        LocalDate since,
        @Nullable LocalDate until,
        String reason,
        String decidedBody,
        LocalDate decidedOn,
        @Nullable String decidedNumber) {

    static final String TABLE = "resources.delegation_suspension";

    static Suspension of(UUID membership, LocalDate since, String reason, Decision decision) {
        return new Suspension(
                Ids.next(), 0, membership, since, null, reason, decision.body(), decision.date(), decision.number());
    }

    Suspension until(@Nullable LocalDate last) {
        return new Suspension(id, version, membership, since, last, reason, decidedBody, decidedOn, decidedNumber);
    }
}
