package org.convergence.identity.domain;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.convergence.identity.IdentityPermissions;
import org.convergence.platform.access.Pace;
import org.convergence.platform.access.Requires;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Limits how often one may try to sign in, by network and by address, and keeps the record of the attempts. Addresses
 * asked for are not kept: only the account, where there is one.
 */
@Service
public class SignInAttempts {

    /** What an attempt came to. */
    public enum Outcome {
        LINK_ASKED,
        UNKNOWN_ADDRESS,
        TOO_MANY,
        SIGNED_IN,
        LINK_REFUSED,
        PASSKEY_REFUSED,
        TOKEN_REFUSED
    }

    private static final int PER_QUARTER_HOUR = 10;

    private final Pace pace = new Pace();
    private final JdbcClient db;
    private final Clock clock;

    SignInAttempts(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** An attempt as the administrator sees it. */
    public record Listed(Instant at, @Nullable String account, Outcome outcome, String origin) {}

    /** Whether one more attempt is allowed under this key (a network, or an address), ten in a quarter of an hour. */
    boolean allowed(String key) {
        return allowed(key, PER_QUARTER_HOUR);
    }

    /** The same, so many in a quarter of an hour. */
    boolean allowed(String key, int perQuarterHour) {
        return pace.allows(key, perQuarterHour);
    }

    void record(Outcome outcome, @Nullable UUID account, String origin) {
        db.sql(
                        "INSERT INTO identity.sign_in_attempt (at, account_id, outcome, origin) VALUES (:at, :account, :outcome, :origin)")
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("account", account)
                .param("outcome", outcome.name())
                .param("origin", origin)
                .update();
    }

    /** The last attempts, newest first. */
    @Requires(IdentityPermissions.ACCOUNTS)
    public List<Listed> latest(int limit) {
        return db.sql("""
                        SELECT t.at, a.name, t.outcome, t.origin
                          FROM identity.sign_in_attempt t LEFT JOIN identity.account a ON a.id = t.account_id
                         ORDER BY t.at DESC, t.id DESC LIMIT :limit""")
                .param("limit", limit)
                .query((row, n) -> new Listed(
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("name"),
                        Outcome.valueOf(row.getString("outcome")),
                        row.getString("origin")))
                .list();
    }
}
