package org.convergence.identity.domain;

import java.time.LocalDate;
import java.util.UUID;
import org.convergence.identity.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/**
 * A role granted to an account from a day to a day, both included.
 *
 * @param toDate the last day, {@code null} while no end is known
 * @param scopeId the only organisation or project it applies to, {@code null} for all
 */
@Table(schema = "identity", value = "role_grant")
record RoleGrant(
        @Id UUID id,
        @Version int version,
        UUID accountId,
        Role role,
        LocalDate fromDate,
        @Nullable LocalDate toDate,
        @Nullable UUID scopeId) {

    static RoleGrant create(UUID id, UUID accountId, Role role, LocalDate from, @Nullable LocalDate to) {
        return new RoleGrant(id, 0, accountId, role, from, to, null);
    }

    /** A copy that ends on a day; an earlier end stays. */
    RoleGrant endingOn(LocalDate day) {
        LocalDate last = day.isAfter(lastDay()) ? lastDay() : day;
        return new RoleGrant(id, version, accountId, role, fromDate, last, scopeId);
    }

    boolean holdsOn(LocalDate day) {
        return !fromDate.isAfter(day) && (toDate == null || !toDate.isBefore(day));
    }

    /** The last day of the role, {@link LocalDate#MAX} if no end is known. */
    LocalDate lastDay() {
        return toDate == null ? LocalDate.MAX : toDate;
    }
}
