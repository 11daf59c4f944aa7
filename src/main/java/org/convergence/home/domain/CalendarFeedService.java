package org.convergence.home.domain;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.convergence.home.HomePermissions;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Open;
import org.convergence.platform.access.Requires;
import org.convergence.platform.access.Token;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.SqlTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Each user's calendar feed address: one at most; its secret is shown once and stored as a hash. */
@Service
@Transactional
@Requires(HomePermissions.OPEN)
public class CalendarFeedService {

    private final JdbcClient db;
    private final Clock clock;

    CalendarFeedService(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** When the current user's address was created; empty if there is none. */
    @Transactional(readOnly = true)
    public Optional<Instant> findOwn() {
        return db.sql("SELECT made_at FROM home.feed WHERE account = ?")
                .param(CurrentActor.get().id())
                .query((row, n) ->
                        row.getObject("made_at", OffsetDateTime.class).toInstant())
                .optional();
    }

    /** Creates an address; the previous one stops working. */
    public Token create() {
        Token token = Token.random();
        int made = db.sql("""
                        INSERT INTO home.feed (account, token_hash, made_at)
                        SELECT id, :hash, :now FROM identity.account_contact WHERE id = :account AND open
                        ON CONFLICT (account) DO UPDATE SET token_hash = excluded.token_hash, made_at = excluded.made_at
                        """)
                .param("hash", token.hash())
                .param("now", SqlTime.now(clock))
                .param("account", CurrentActor.get().id())
                .update();
        if (made == 0) {
            throw new NotFound("account");
        }
        return token;
    }

    /** Revokes the address. Feed entries stay stored, so that a new address continues their sequence. */
    public void revoke() {
        db.sql("DELETE FROM home.feed WHERE account = ?")
                .param(CurrentActor.get().id())
                .update();
    }

    /** The account of a secret. */
    @Open("the calendar's address holds its secret")
    @Transactional(readOnly = true)
    Optional<UUID> findAccount(String secret) {
        return db.sql("SELECT account FROM home.feed WHERE token_hash = ?")
                .param(Token.hashOf(secret))
                .query(UUID.class)
                .optional();
    }
}
