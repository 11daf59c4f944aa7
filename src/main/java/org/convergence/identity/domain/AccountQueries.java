package org.convergence.identity.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.convergence.identity.IdentityPermissions;
import org.convergence.identity.Role;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.RecordMapper;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Lists the accounts with their roles, for the administrator. */
@Service
@Requires(IdentityPermissions.ACCOUNTS)
public class AccountQueries {

    private static final RecordMapper<HeldRole> HELD = RecordMapper.of(HeldRole.class);

    private final JdbcClient db;

    AccountQueries(JdbcClient db) {
        this.db = db;
    }

    /** A role of an account, with its period. */
    public record HeldRole(
            UUID grantId,
            Role role,
            LocalDate from,
            @Nullable LocalDate until) {}

    /** An account with its roles, and its last use. */
    public record AccountRow(
            UUID id,
            String name,
            String mail,
            @Nullable Instant lastSeenAt,
            @Nullable UUID personId,
            List<HeldRole> roles) {}

    /** All open accounts by name, in two queries. */
    public List<AccountRow> findOpen() {
        Map<UUID, List<HeldRole>> roles = new LinkedHashMap<>();
        db.sql("SELECT id AS grant_id, account_id, role, from_date AS \"from\", to_date AS until"
                        + " FROM identity.role_grant ORDER BY from_date, id")
                .query(row -> {
                    roles.computeIfAbsent(row.getObject("account_id", UUID.class), k -> new ArrayList<>())
                            .add(HELD.mapRow(row, 0));
                });
        return db.sql("""
                        SELECT a.id, a.name, a.mail, a.person_id, max(s.last_seen_at) AS last_seen_at
                          FROM identity.account a LEFT JOIN identity.session s ON s.account_id = a.id
                         WHERE a.closed_at IS NULL
                         GROUP BY a.id ORDER BY a.name COLLATE "fr-CA-x-icu", a.id""")
                .query((row, n) -> {
                    UUID id = row.getObject("id", UUID.class);
                    OffsetDateTime seen = row.getObject("last_seen_at", OffsetDateTime.class);
                    return new AccountRow(
                            id,
                            row.getString("name"),
                            row.getString("mail"),
                            seen == null ? null : seen.toInstant(),
                            row.getObject("person_id", UUID.class),
                            roles.getOrDefault(id, List.of()));
                })
                .list();
    }
}
