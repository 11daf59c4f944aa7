package org.convergence.platform.idempotency;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.audit.AuditTrail;
import org.convergence.platform.database.Json;
import org.convergence.platform.database.Refused;
import org.convergence.platform.database.SqlTime;
import org.convergence.platform.idempotency.IdempotentPost.IdempotentRequest;
import org.convergence.platform.text.Sha256;
import org.convergence.platform.text.TextParser;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Executes a request once, even if it is sent several times within seven days. The key, the work and the stored
 * response share one transaction: a request that fails stores nothing and can be sent again; of two simultaneous
 * requests, the second waits for the first and gets its response. Of two identical requests without a key, the second
 * gets the first response only if it arrived before that response, or within a period that the operation names and
 * before the created record was deleted; otherwise its work is executed.
 */
@Component
public class IdempotencyService {

    /** How long a response is kept. */
    public static final Duration KEPT = Duration.ofDays(7);

    /** The refusal of a known key with another body. */
    public static final String OTHER_BODY = "idempotency.other-body";

    /** The beginning of keys of requests without a key. */
    private static final String SAME = "same ";

    private static final int CREATED = 201;
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,200}");

    private final JdbcClient db;
    private final AuditTrail audit;
    private final Clock clock;

    IdempotencyService(JdbcClient db, AuditTrail audit, Clock clock) {
        this.db = db;
        this.audit = audit;
        this.clock = clock;
    }

    private record StoredAnswer(boolean sameBody, OffsetDateTime at, IdempotentResponse answer) {

        IdempotentResponse again() {
            if (!sameBody) {
                throw new Refused(OTHER_BODY);
            }
            return answer;
        }
    }

    /**
     * The stored response of the same key, else that of the work, which is executed now.
     *
     * @throws Refused if the key is invalid (not 1 to 200 printable ASCII characters), or was sent with another body
     */
    @Transactional(label = "idempotency.once")
    public IdempotentResponse executeOnce(IdempotentRequest request, Supplier<IdempotentResponse> work) {
        return executeOnce(request, Duration.ZERO, work);
    }

    /** @param period for which the response of an identical request without a key counts after its work */
    @Transactional(label = "idempotency.once")
    public IdempotentResponse executeOnce(
            IdempotentRequest request, Duration period, Supplier<IdempotentResponse> work) {
        String key = request.key();
        byte[] hash = Sha256.of(request.body());
        if (key == null) {
            // A sender's own key contains no space, so the two cannot collide.
            return executeOnce(
                    sender(request),
                    SAME + HexFormat.of().formatHex(hash),
                    hash,
                    SqlTime.now(clock).minus(period),
                    work);
        }
        requireKey(key);
        return executeOnce(sender(request), key, hash, SqlTime.now(clock).minus(KEPT), work);
    }

    private IdempotentResponse executeOnce(
            byte[] sender, String key, byte[] hash, OffsetDateTime tooOld, Supplier<IdempotentResponse> work) {
        if (!reserve(sender, key, hash, tooOld)) {
            StoredAnswer stored = findStored(sender, key, hash).orElseThrow();
            if (!key.startsWith(SAME) || !isDeleted(stored.answer())) {
                return stored.again();
            }
        }
        IdempotentResponse answer = work.get();
        store(sender, key, answer);
        return answer;
    }

    /**
     * The stored response of the same key; empty if there is none.
     *
     * @throws Refused as {@link #executeOnce} does
     */
    @Transactional(readOnly = true)
    public Optional<IdempotentResponse> findResponse(IdempotentRequest request) {
        String key = request.key();
        if (key == null) {
            return Optional.empty();
        }
        requireKey(key);
        OffsetDateTime tooOld = SqlTime.now(clock).minus(KEPT);
        return findStored(sender(request), key, Sha256.of(request.body()))
                .filter(kept -> !kept.at().isBefore(tooOld))
                .map(StoredAnswer::again);
    }

    /** Whether the record that a response names was deleted since. */
    private boolean isDeleted(IdempotentResponse answer) {
        return answer.status() == CREATED
                && answer.body().startsWith("{")
                && TextParser.id(Json.parse(answer.body()).node().path("id").asString(""))
                        .filter(audit::isDeleted)
                        .isPresent();
    }

    private static void requireKey(String key) {
        if (!KEY.matcher(key).matches()) {
            throw new Refused("idempotency.key");
        }
    }

    /**
     * Reserves the key, and returns whether it was free. Of two simultaneous requests, the second waits here until the
     * first ends.
     */
    private boolean reserve(byte[] sender, String key, byte[] hash, OffsetDateTime tooOld) {
        return db.sql("""
                        INSERT INTO platform.idempotency_answer AS kept (sender, key, request, answered_at)
                        VALUES (:sender, :key, :request, :now)
                        ON CONFLICT (sender, key) DO UPDATE
                           SET request = excluded.request, answered_at = excluded.answered_at
                         WHERE kept.answered_at < :tooOld
                        """)
                        .param("sender", sender)
                        .param("key", key)
                        .param("request", hash)
                        .param("now", SqlTime.now(clock))
                        .param("tooOld", tooOld)
                        .update()
                == 1;
    }

    private Optional<StoredAnswer> findStored(byte[] sender, String key, byte[] hash) {
        return db.sql("""
                        SELECT request = :request AS same_body, answered_at, status, location, body
                        FROM platform.idempotency_answer WHERE sender = :sender AND key = :key
                        """)
                .param("request", hash)
                .param("sender", sender)
                .param("key", key)
                .query((row, n) -> new StoredAnswer(
                        row.getBoolean("same_body"), row.getObject("answered_at", OffsetDateTime.class), answer(row)))
                .optional();
    }

    private static IdempotentResponse answer(ResultSet row) throws SQLException {
        return new IdempotentResponse(row.getInt("status"), row.getString("location"), row.getString("body"));
    }

    private void store(byte[] sender, String key, IdempotentResponse answer) {
        db.sql("""
                        UPDATE platform.idempotency_answer SET status = ?, location = ?, body = ?, answered_at = ?
                        WHERE sender = ? AND key = ?
                        """)
                .params(Arrays.asList(
                        answer.status(), answer.location(), answer.body(), SqlTime.now(clock), sender, key))
                .update();
    }

    /**
     * Empties responses that name a person, in one field or in several; their rows stay, so that nothing is executed
     * twice. Callers check the permission.
     *
     * @param names the person's full names and contact details
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void forget(Collection<String> names) {
        db.sql("""
                        UPDATE platform.idempotency_answer a SET body = '{}'
                        WHERE EXISTS (
                            SELECT FROM unnest(CAST(:names AS text[])) AS said, platform.fold(said) AS name
                            WHERE length(name) > 2 AND NOT EXISTS (
                                SELECT FROM unnest(string_to_array(name, ' ')) AS word
                                WHERE strpos(platform.fold(a.body), word) = 0))
                        """).param("names", names.toArray(String[]::new)).update();
    }

    /**
     * Deletes expired responses: after {@link #KEPT}, or after one hour if the request had no key. Returns their
     * number.
     */
    int forget() {
        return db.sql("""
                        DELETE FROM platform.idempotency_answer
                        WHERE answered_at < :old OR key LIKE 'same %' AND answered_at < :hour
                        """)
                .param("old", SqlTime.now(clock).minus(KEPT))
                .param("hour", SqlTime.now(clock).minusHours(1))
                .update();
    }

    private static byte[] sender(IdempotentRequest request) {
        String credential = request.credential() == null ? "" : request.credential();
        return Sha256.of(CurrentActor.get().id() + "\n" + credential + "\n" + request.route());
    }
}
