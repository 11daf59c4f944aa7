package org.convergence.education.workshop.domain;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.convergence.platform.access.Token;
import org.convergence.platform.database.Ids;
import org.convergence.platform.database.SqlTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Links to the status of a request, which need no account. */
@Repository
class WorkshopLinkRepository {

    /** How long a link opens (R-L25-23). */
    static final Duration LINKS_LAST = Duration.ofDays(180);

    private final JdbcClient db;
    private final Clock clock;

    WorkshopLinkRepository(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** Makes a link, in a transaction of its own when a letter leaves. */
    @Transactional
    String issue(UUID request) {
        Token token = Token.random();
        db.sql("INSERT INTO education.workshop_link (id, request, token, made_at) VALUES (?, ?, ?, ?)")
                .params(Ids.next(), request, token.hash(), SqlTime.now(clock))
                .update();
        return token.secret();
    }

    Optional<UUID> find(String secret) {
        return db.sql("SELECT request FROM education.workshop_link WHERE token = ? AND made_at > ?")
                .params(Token.hashOf(secret), SqlTime.now(clock).minus(LINKS_LAST))
                .query(UUID.class)
                .optional();
    }

    void deleteExpired() {
        db.sql("DELETE FROM education.workshop_link WHERE made_at <= ?")
                .param(SqlTime.now(clock).minus(LINKS_LAST))
                .update();
    }
}
