package org.convergence.identity.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.convergence.identity.IdentityPermissions;
import org.convergence.identity.Role;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.RecordMapper;
import org.convergence.platform.mail.LetterStatus;
import org.convergence.platform.mail.LetterStatusService;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Lists the accounts with their roles, for the administrator. */
@Service
@Requires(IdentityPermissions.ACCOUNTS)
public class AccountQueries {

    private static final RecordMapper<HeldRole> HELD = RecordMapper.of(HeldRole.class);

    private final LetterStatusService letters;
    private final JdbcClient db;

    AccountQueries(LetterStatusService letters, JdbcClient db) {
        this.letters = letters;
        this.db = db;
    }

    /** A role of an account, with its period. */
    public record HeldRole(
            UUID grantId,
            Role role,
            LocalDate from,
            @Nullable LocalDate until) {}

    /**
     * An account with its roles, and its last use.
     *
     * @param lastSeenAt {@code null} where there was no session in the last year
     * @param invitation status of the last invitation; {@code null} where there is none, or it was used
     */
    public record AccountRow(
            UUID id,
            String name,
            String mail,
            @Nullable Instant lastSeenAt,
            @Nullable UUID personId,
            @Nullable LetterStatus invitation,
            List<HeldRole> roles) {}

    private record AccountUse(
            UUID id,
            String name,
            String mail,
            @Nullable UUID personId,
            @Nullable Instant lastSeenAt) {}

    /** All open accounts by name, in three queries. */
    public List<AccountRow> findOpen() {
        Map<UUID, List<HeldRole>> roles = new LinkedHashMap<>();
        db.sql("SELECT id AS grant_id, account_id, role, from_date AS \"from\", to_date AS until"
                        + " FROM identity.role_grant ORDER BY from_date, id")
                .query(row -> {
                    roles.computeIfAbsent(row.getObject("account_id", UUID.class), k -> new ArrayList<>())
                            .add(HELD.mapRow(row, 0));
                });
        List<AccountUse> accounts =
                db.sql("""
                        SELECT a.id, a.name, a.mail, a.person_id, max(s.last_seen_at) AS last_seen_at
                          FROM identity.account a LEFT JOIN identity.session s ON s.account_id = a.id
                         WHERE a.closed_at IS NULL
                         GROUP BY a.id ORDER BY a.name COLLATE "fr-CA-x-icu", a.id""").query(RecordMapper.of(AccountUse.class)).list();
        Map<UUID, LetterStatus> invitations = letters.findByRecords(
                SignInLetters.INVITATION,
                accounts.stream()
                        .filter(each -> each.lastSeenAt() == null)
                        .map(AccountUse::id)
                        .toList());
        return accounts.stream()
                .map(each -> new AccountRow(
                        each.id(),
                        each.name(),
                        each.mail(),
                        each.lastSeenAt(),
                        each.personId(),
                        invitations.get(each.id()),
                        roles.getOrDefault(each.id(), List.of())))
                .toList();
    }
}
