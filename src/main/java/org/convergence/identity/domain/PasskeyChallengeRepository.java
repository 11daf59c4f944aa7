package org.convergence.identity.domain;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.convergence.platform.access.Token;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.stereotype.Component;

/**
 * Stores the challenges for authenticators: each is answered once, within minutes, by the browser that holds its
 * ticket.
 */
@Component
class PasskeyChallengeRepository {

    private static final Duration ANSWERED_WITHIN = Duration.ofMinutes(6);

    private final JdbcClient db;
    private final Clock clock;

    PasskeyChallengeRepository(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** A challenge, and the secret of its ticket for the browser's cookie. */
    record IssuedChallenge(Bytes challenge, String ticket) {}

    /**
     * Creates a challenge, and deletes expired ones.
     *
     * @param account the account that adds a passkey; {@code null} to sign in
     */
    IssuedChallenge create(@Nullable UUID account) {
        Token ticket = Token.random();
        Bytes challenge = Bytes.random();
        db.sql("DELETE FROM identity.passkey_question WHERE expires_at < ?")
                .param(now())
                .update();
        db.sql("INSERT INTO identity.passkey_question (ticket_hash, account_id, challenge, expires_at)"
                        + " VALUES (?, ?, ?, ?)")
                .param(ticket.hash())
                .param(account)
                .param(challenge.getBytes())
                .param(now().plus(ANSWERED_WITHIN))
                .update();
        return new IssuedChallenge(challenge, ticket.secret());
    }

    /** Takes a challenge, once. Empty if it belongs to another account, expired, or was answered. */
    Optional<Bytes> take(String ticket, @Nullable UUID account) {
        return db.sql("""
                        DELETE FROM identity.passkey_question
                         WHERE ticket_hash = ? AND account_id IS NOT DISTINCT FROM ?::uuid AND expires_at > ?
                        RETURNING challenge""")
                .param(Token.hashOf(ticket))
                .param(account)
                .param(now())
                .query((row, n) -> new Bytes(row.getBytes("challenge")))
                .optional();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
