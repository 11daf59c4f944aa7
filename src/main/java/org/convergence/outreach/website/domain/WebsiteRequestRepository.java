package org.convergence.outreach.website.domain;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.convergence.outreach.website.domain.WebsiteRequest.WebsiteRequestFacts;
import org.convergence.outreach.website.domain.WebsiteRequest.WebsiteRequestId;
import org.convergence.outreach.website.domain.WebsiteRequest.WebsiteRequestKind;
import org.convergence.platform.access.Token;
import org.convergence.platform.database.Ids;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.RecordMapper;
import org.convergence.platform.database.SqlTime;
import org.convergence.platform.database.TransactionLock;
import org.convergence.platform.database.VersionedRow;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Persistence of requests and their links. */
@Repository
class WebsiteRequestRepository {

    static final String TABLE = "outreach.website_request";

    private static final RecordMapper<WebsiteRequest> REQUEST = RecordMapper.of(WebsiteRequest.class);

    private final JdbcClient db;
    private final Clock clock;

    WebsiteRequestRepository(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    WebsiteRequestId insert(WebsiteRequestFacts facts) {
        Map<String, @Nullable Object> values = VersionedRow.values(facts);
        values.put("asked_at", clock.instant());
        return new WebsiteRequestId(VersionedRow.insert(db, TABLE, values));
    }

    Optional<WebsiteRequest> find(UUID id) {
        return db.sql("SELECT * FROM outreach.website_request WHERE id = ?")
                .param(id)
                .query(REQUEST)
                .optional();
    }

    WebsiteRequest findById(WebsiteRequestId id) {
        return find(id.value()).orElseThrow(() -> new NotFound("request"));
    }

    /** The request, locked until the transaction ends. */
    WebsiteRequest lock(WebsiteRequestId id) {
        return db.sql("SELECT * FROM outreach.website_request WHERE id = ? FOR UPDATE")
                .param(id.value())
                .query(REQUEST)
                .optional()
                .orElseThrow(() -> new NotFound("request"));
    }

    /** Those that a person of the team has to go on with, and the latest that are done. */
    List<WebsiteRequest> findConfirmed(int limit) {
        return db.sql("""
                        SELECT * FROM outreach.website_request
                        WHERE state = 'CONFIRMED' OR (kind <> 'SUBSCRIBE' AND state IN ('DONE', 'DISMISSED'))
                        ORDER BY state = 'CONFIRMED' DESC, confirmed_at DESC, id DESC LIMIT ?
                        """).param(limit).query(REQUEST).list();
    }

    /** The people who subscribed by the form. */
    int countSubscribed() {
        return db.sql("""
                        SELECT count(DISTINCT person) FROM outreach.website_request
                        WHERE kind = 'SUBSCRIBE' AND state = 'DONE' AND person IS NOT NULL
                        """).query(Integer.class).single();
    }

    /** Lets one form of an address through at a time, until the transaction ends. */
    void lockAddress(String mail) {
        TransactionLock.acquire(db, "website/" + mail);
    }

    /** The request of an address that waits to be confirmed; empty if there is none. */
    Optional<WebsiteRequest> findPending(WebsiteRequestKind kind, String mail) {
        return db.sql("""
                        SELECT * FROM outreach.website_request WHERE state = 'PENDING' AND kind = ? AND mail = ?
                        ORDER BY asked_at DESC LIMIT 1 FOR UPDATE
                        """).params(kind.name(), mail).query(REQUEST).optional();
    }

    /**
     * Letters that count against the limits.
     *
     * @param lately to the address within the last minute
     * @param daily to the address within a day
     * @param unanswered to the address within 30 days, since it last confirmed
     * @param everywhere to all addresses within a day
     */
    record LetterCount(int lately, int daily, int unanswered, int everywhere) {}

    LetterCount countLetters(String mail) {
        return db.sql("""
                        SELECT count(*) FILTER (WHERE address = :address AND posted_at > :now - interval '1 minute') AS lately,
                               count(*) FILTER (WHERE address = :address AND posted_at > :now - interval '1 day') AS daily,
                               count(*) FILTER (WHERE address = :address AND NOT confirmed) AS unanswered,
                               count(*) FILTER (WHERE posted_at > :now - interval '1 day') AS everywhere
                        FROM outreach.website_letter
                        WHERE posted_at > :now - interval '1 day'
                           OR (address = :address AND posted_at > :now - interval '30 days')
                        """)
                .param("address", Token.hashOf(mail))
                .param("now", now())
                .query(RecordMapper.of(LetterCount.class))
                .single();
    }

    void countLetter(String mail) {
        db.sql("INSERT INTO outreach.website_letter (id, address, posted_at) VALUES (?, ?, ?)")
                .params(Ids.next(), Token.hashOf(mail), now())
                .update();
    }

    /** Notes that an address confirmed, so that it may ask again. */
    void markConfirmed(String mail) {
        db.sql("UPDATE outreach.website_letter SET confirmed = true WHERE address = ?")
                .param(Token.hashOf(mail))
                .update();
    }

    void update(WebsiteRequest before, Map<String, ? extends @Nullable Object> values) {
        VersionedRow.save(db, TABLE, before.id().value(), before.version(), values);
    }

    String issueLink(UUID request) {
        Token token = Token.random();
        db.sql("INSERT INTO outreach.website_link (id, request, token, made_at) VALUES (?, ?, ?, ?)")
                .params(Ids.next(), request, token.hash(), now())
                .update();
        return token.secret();
    }

    Optional<WebsiteRequestId> findByLink(String secret) {
        return db.sql("SELECT request FROM outreach.website_link WHERE token = ?")
                .param(Token.hashOf(secret))
                .query(UUID.class)
                .optional()
                .map(WebsiteRequestId::new);
    }

    OffsetDateTime now() {
        return SqlTime.now(clock);
    }
}
