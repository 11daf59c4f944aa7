package org.convergence.identity.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.convergence.identity.IdentityPermissions;
import org.convergence.identity.domain.SessionService.SignedInActor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Open;
import org.convergence.platform.access.Permission.PermissionNature;
import org.convergence.platform.access.Requires;
import org.convergence.platform.access.Token;
import org.convergence.platform.database.Ids;
import org.convergence.platform.database.Refused;
import org.convergence.platform.database.SqlTime;
import org.convergence.platform.settings.OrganisationSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Personal API tokens: each has a name, an expiry date and permitted natures. A token never permits more than its
 * owner's roles of today.
 */
@Service
public class ApiTokenService {

    /** The longest validity of a token, in days. */
    public static final int LONGEST_DAYS = 366;

    private final JdbcClient db;
    private final RolePermissions rolePermissions;
    private final OrganisationSettings settings;
    private final Clock clock;

    ApiTokenService(JdbcClient db, RolePermissions rolePermissions, OrganisationSettings settings, Clock clock) {
        this.db = db;
        this.rolePermissions = rolePermissions;
        this.settings = settings;
        this.clock = clock;
    }

    /** A token as its owner sees it, without its secret. */
    public record ApiTokenRow(
            UUID id,
            String name,
            Set<PermissionNature> natures,
            Instant createdAt,
            Instant expiresAt,
            @Nullable Instant lastUsedAt) {}

    /** Finds the owner of a token's secret, with the permissions it has now. */
    @Open("authenticates a program")
    public Optional<SignedInActor> find(String secret) {
        OffsetDateTime now = SqlTime.now(clock);
        return db.sql("""
                        SELECT t.id, t.natures, t.last_used_at, a.id AS account_id, a.name, a.person_id, a.language,
                               array(SELECT g.role FROM identity.role_grant g
                                      WHERE g.account_id = a.id AND g.scope_id IS NULL AND g.from_date <= :today
                                        AND (g.to_date IS NULL OR g.to_date >= :today)) AS roles
                          FROM identity.api_token t JOIN identity.account a ON a.id = t.account_id
                         WHERE t.token_hash = :hash AND t.revoked_at IS NULL AND t.expires_at > :now
                           AND a.closed_at IS NULL""")
                .param("today", settings.today())
                .param("hash", Token.hashOf(secret))
                .param("now", now)
                .query((row, n) -> {
                    UUID id = row.getObject("id", UUID.class);
                    markUsed(id, row.getObject("last_used_at", OffsetDateTime.class), now);
                    return new SignedInActor(
                            id,
                            SessionService.actor(
                                    row, rolePermissions.permissionsOf(SessionService.roles(row), natures(row))));
                })
                .optional();
    }

    private void markUsed(UUID id, @Nullable OffsetDateTime last, OffsetDateTime now) {
        if (last == null || last.isBefore(now.minusMinutes(5))) {
            db.sql("UPDATE identity.api_token SET last_used_at = :now WHERE id = :id")
                    .param("now", now)
                    .param("id", id)
                    .update();
        }
    }

    private static Set<PermissionNature> natures(ResultSet row) throws SQLException {
        Set<PermissionNature> set = EnumSet.noneOf(PermissionNature.class);
        Arrays.stream((String[]) row.getArray("natures").getArray())
                .map(PermissionNature::valueOf)
                .forEach(set::add);
        return set;
    }

    /**
     * Creates a token for the current user and returns its secret, which is shown once.
     *
     * @param days its validity, 1 to {@value #LONGEST_DAYS}
     */
    @Requires(IdentityPermissions.OWN)
    @Transactional
    public String create(String name, Set<PermissionNature> natures, int days) {
        if (name.isBlank() || name.length() > 100) {
            throw new Refused("identity.token.name_missing");
        }
        if (natures.isEmpty()) {
            throw new Refused("identity.token.scope_missing");
        }
        if (days < 1 || days > LONGEST_DAYS) {
            throw new Refused("identity.token.days_wrong", LONGEST_DAYS);
        }
        Token token = Token.random();
        db.sql("""
                        INSERT INTO identity.api_token (id, account_id, name, token_hash, natures, created_at, expires_at)
                        VALUES (:id, :account, :name, :hash, :natures, :now, :expires)""")
                .param("id", Ids.next())
                .param("account", CurrentActor.get().id())
                .param("name", name.strip())
                .param("hash", token.hash())
                .param("natures", natures.stream().map(PermissionNature::name).toArray(String[]::new))
                .param("now", SqlTime.now(clock))
                .param("expires", SqlTime.now(clock).plusDays(days))
                .update();
        return token.secret();
    }

    /** The current user's valid tokens. */
    @Requires(IdentityPermissions.OWN)
    public List<ApiTokenRow> findOwn() {
        return db.sql("""
                        SELECT id, name, natures, created_at, expires_at, last_used_at FROM identity.api_token
                         WHERE account_id = :account AND revoked_at IS NULL AND expires_at > :now
                         ORDER BY created_at DESC LIMIT 100""")
                .param("account", CurrentActor.get().id())
                .param("now", SqlTime.now(clock))
                .query((row, n) -> {
                    OffsetDateTime last = row.getObject("last_used_at", OffsetDateTime.class);
                    return new ApiTokenRow(
                            row.getObject("id", UUID.class),
                            row.getString("name"),
                            natures(row),
                            row.getObject("created_at", OffsetDateTime.class).toInstant(),
                            row.getObject("expires_at", OffsetDateTime.class).toInstant(),
                            last == null ? null : last.toInstant());
                })
                .list();
    }

    /** Revokes a token of the current user. */
    @Requires(IdentityPermissions.OWN)
    @Transactional
    public void revokeMine(UUID token) {
        db.sql(
                        "UPDATE identity.api_token SET revoked_at = :now WHERE id = :id AND account_id = :account AND revoked_at IS NULL")
                .param("now", SqlTime.now(clock))
                .param("id", token)
                .param("account", CurrentActor.get().id())
                .update();
    }
}
