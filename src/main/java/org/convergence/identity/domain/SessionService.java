package org.convergence.identity.domain;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.convergence.identity.IdentityPermissions;
import org.convergence.identity.Role;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Open;
import org.convergence.platform.access.Requires;
import org.convergence.platform.access.Token;
import org.convergence.platform.database.Ids;
import org.convergence.platform.database.RecordMapper;
import org.convergence.platform.database.SqlTime;
import org.convergence.platform.settings.OrganisationSettings;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Sessions: begun by signing in, refreshed by requests, ended by signing out, by revoking, or by time. They are stored
 * in the database, so that they survive a restart and can be ended from anywhere.
 */
@Service
public class SessionService {

    /** An unused session expires after this time. */
    static final Duration IDLE = Duration.ofDays(14);

    /** A session expires after this time, even if it is used. */
    static final Duration LONGEST = Duration.ofDays(90);

    private static final Duration SEEN_EVERY = Duration.ofMinutes(5);

    private final JdbcClient db;
    private final RolePermissions rolePermissions;
    private final OrganisationSettings settings;
    private final Clock clock;

    SessionService(JdbcClient db, RolePermissions rolePermissions, OrganisationSettings settings, Clock clock) {
        this.db = db;
        this.rolePermissions = rolePermissions;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * A session as its owner sees it.
     *
     * @param here whether it is the current one
     */
    public record SessionRow(UUID id, Instant createdAt, Instant lastSeenAt, String device, boolean here) {}

    /** Finds the user of a cookie's secret, with the permissions of today, in one query. */
    @Open("authenticates a user")
    public Optional<SignedInActor> find(String secret) {
        OffsetDateTime now = SqlTime.now(clock);
        return db.sql("""
                        SELECT s.id, s.last_seen_at, a.id AS account_id, a.name, a.person_id, a.language,
                               array(SELECT g.role FROM identity.role_grant g
                                      WHERE g.account_id = a.id AND g.scope_id IS NULL AND g.from_date <= :today
                                        AND (g.to_date IS NULL OR g.to_date >= :today)) AS roles
                          FROM identity.session s JOIN identity.account a ON a.id = s.account_id
                         WHERE s.token_hash = :hash AND s.ended_at IS NULL AND s.expires_at > :now
                           AND s.last_seen_at > :idle AND a.closed_at IS NULL""")
                .param("today", settings.today())
                .param("hash", Token.hashOf(secret))
                .param("now", now)
                .param("idle", now.minus(IDLE))
                .query((row, n) -> {
                    UUID id = row.getObject("id", UUID.class);
                    if (row.getObject("last_seen_at", OffsetDateTime.class).isBefore(now.minus(SEEN_EVERY))) {
                        markSeen(id, now);
                    }
                    return new SignedInActor(id, actor(row, rolePermissions.permissionsOf(roles(row))));
                })
                .optional();
    }

    static Actor actor(ResultSet row, Set<String> permissions) throws SQLException {
        return new Actor(
                row.getObject("account_id", UUID.class),
                row.getString("name"),
                row.getObject("person_id", UUID.class),
                row.getString("language"),
                permissions);
    }

    static Set<Role> roles(ResultSet row) throws SQLException {
        Array roles = row.getArray("roles");
        Set<Role> set = EnumSet.noneOf(Role.class);
        Arrays.stream((String[]) roles.getArray()).map(Role::valueOf).forEach(set::add);
        return set;
    }

    private void markSeen(UUID id, OffsetDateTime now) {
        db.sql("UPDATE identity.session SET last_seen_at = :now WHERE id = :id")
                .param("now", now)
                .param("id", id)
                .update();
    }

    /** Begins a session and returns its secret, for the cookie. */
    String begin(UUID accountId, String device) {
        Token token = Token.random();
        OffsetDateTime now = SqlTime.now(clock);
        db.sql("""
                        INSERT INTO identity.session
                               (id, account_id, token_hash, created_at, last_seen_at, expires_at, device)
                        VALUES (:id, :account, :hash, :now, :now, :expires, :device)""")
                .param("id", Ids.next())
                .param("account", accountId)
                .param("hash", token.hash())
                .param("now", now)
                .param("expires", now.plus(LONGEST))
                .param("device", device.length() > 200 ? device.substring(0, 200) : device)
                .update();
        return token.secret();
    }

    /** Ends the session of a cookie's secret; does nothing if it is already over. */
    @Open("signing out needs only the cookie")
    @Transactional
    public void end(String secret) {
        db.sql("UPDATE identity.session SET ended_at = :now WHERE token_hash = :hash AND ended_at IS NULL")
                .param("now", SqlTime.now(clock))
                .param("hash", Token.hashOf(secret))
                .update();
    }

    /**
     * The current user's open sessions, the last used first.
     *
     * @param secret of the current one, to mark it
     */
    @Requires(IdentityPermissions.OWN)
    public List<SessionRow> findOwn(String secret) {
        OffsetDateTime now = SqlTime.now(clock);
        return db.sql("""
                        SELECT id, created_at, last_seen_at, device, token_hash = :hash AS here FROM identity.session
                         WHERE account_id = :account AND ended_at IS NULL AND expires_at > :now AND last_seen_at > :idle
                         ORDER BY last_seen_at DESC LIMIT 100""")
                .param("hash", Token.hashOf(secret))
                .param("account", CurrentActor.get().id())
                .param("now", now)
                .param("idle", now.minus(IDLE))
                .query(RecordMapper.of(SessionRow.class))
                .list();
    }

    /** Ends a session of the current user. */
    @Requires(IdentityPermissions.OWN)
    @Transactional
    public void endMine(UUID session) {
        db.sql(
                        "UPDATE identity.session SET ended_at = :now WHERE id = :id AND account_id = :account AND ended_at IS NULL")
                .param("now", SqlTime.now(clock))
                .param("id", session)
                .param("account", CurrentActor.get().id())
                .update();
    }

    /** Ends all sessions of an account, for instance because it is closed. */
    void endAll(UUID accountId) {
        db.sql("UPDATE identity.session SET ended_at = :now WHERE account_id = :account AND ended_at IS NULL")
                .param("now", SqlTime.now(clock))
                .param("account", accountId)
                .update();
    }

    /**
     * A user identified by a session or a token.
     *
     * @param id the session's or the token's id
     */
    public record SignedInActor(UUID id, Actor actor) {}
}
