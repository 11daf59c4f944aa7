package org.convergence.identity.domain;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.convergence.identity.IdentityPermissions;
import org.convergence.platform.access.ClientNetwork;
import org.convergence.platform.access.RateLimiter;
import org.convergence.platform.access.RateLimiter.RateLimit;
import org.convergence.platform.access.Requires;
import org.convergence.platform.access.TooManyAttempts;
import org.convergence.platform.database.RecordMapper;
import org.convergence.platform.database.SqlTime;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Limits sign-in attempts, and records them. Requested addresses are not stored, only the account, if there is one. A
 * successful sign-in is never limited: only wrong attempts count, against their network.
 */
@Service
public class SignInAttemptService {

    /** The number of links that one network may request in a quarter of an hour, for all addresses. */
    static final int ASKED_BY_NETWORK = 60;
    /** The number of links that one network may request for one address. */
    static final int ASKED_BY_NETWORK_FOR_ADDRESS = 4;
    /**
     * The number of links that all networks may request for one address; each link works longer than this quarter of an
     * hour.
     */
    static final int ASKED_FOR_ADDRESS = 12;
    /** The number of wrong links or passkeys from one network in a quarter of an hour. */
    static final int WRONG_BY_NETWORK = 60;
    /** The number of passkey challenges for one network in a quarter of an hour; each is a row for some minutes. */
    static final int QUESTIONS_BY_NETWORK = 600;
    /** The number of refusals recorded for one network in a quarter of an hour. */
    private static final int RECORDED_BY_NETWORK = 10;

    private static final String NETWORK = "public.limit.network";
    private static final Pattern LAST_OF_FOUR = Pattern.compile("\\.\\d{1,3}$");

    private final RateLimiter limiter;
    private final JdbcClient db;
    private final Clock clock;

    SignInAttemptService(JdbcClient db, Clock clock) {
        this.limiter = new RateLimiter(clock);
        this.db = db;
        this.clock = clock;
    }

    /** The result of an attempt. */
    public enum AttemptOutcome {
        LINK_ASKED,
        UNKNOWN_ADDRESS,
        TOO_MANY,
        SIGNED_IN,
        LINK_REFUSED,
        PASSKEY_REFUSED,
        TOKEN_REFUSED
    }

    /** An attempt as the administrator sees it. */
    public record AttemptRow(Instant at, @Nullable String account, AttemptOutcome outcome, String origin) {}

    /** @throws TooManyAttempts if this network, or all networks for this address, requested too many links */
    void countLink(String mail, String remoteAddress) {
        String network = ClientNetwork.of(remoteAddress);
        RateLimit ofNetwork = new RateLimit("asks " + network, ASKED_BY_NETWORK);
        String address = mail.strip().toLowerCase(Locale.ROOT);
        require(
                limiter.isExhausted(ofNetwork) ? NETWORK : "public.limit.address",
                ofNetwork,
                new RateLimit("for " + address + " from " + network, ASKED_BY_NETWORK_FOR_ADDRESS),
                new RateLimit("for " + address, ASKED_FOR_ADDRESS));
    }

    /** @throws TooManyAttempts if this network tried too many wrong links or passkeys */
    void countWrong(String remoteAddress) {
        require(NETWORK, new RateLimit("wrong " + ClientNetwork.of(remoteAddress), WRONG_BY_NETWORK));
    }

    /** @throws TooManyAttempts if this network requested too many passkey challenges */
    void countQuestion(String remoteAddress) {
        require(NETWORK, new RateLimit("questions " + ClientNetwork.of(remoteAddress), QUESTIONS_BY_NETWORK));
    }

    private void require(String messageKey, RateLimit... limits) {
        limiter.count(limits).ifPresent(wait -> {
            throw new TooManyAttempts(messageKey, wait);
        });
    }

    /** Records that a limit refused an attempt; only a few per network. */
    void recordTooMany(@Nullable UUID account, String remoteAddress) {
        if (limiter.count(new RateLimit("recorded " + ClientNetwork.of(remoteAddress), RECORDED_BY_NETWORK))
                .isEmpty()) {
            record(AttemptOutcome.TOO_MANY, account, SignInAttemptService.networkOf(remoteAddress));
        }
    }

    void record(AttemptOutcome outcome, @Nullable UUID account, String origin) {
        db.sql(
                        "INSERT INTO identity.sign_in_attempt (at, account_id, outcome, origin) VALUES (:at, :account, :outcome, :origin)")
                .param("at", SqlTime.now(clock))
                .param("account", account)
                .param("outcome", outcome.name())
                .param("origin", origin)
                .update();
    }

    /** The last attempts, newest first. */
    @Requires(IdentityPermissions.ACCOUNTS)
    public List<AttemptRow> findLatest(int limit) {
        return db.sql("""
                        SELECT t.at, a.name AS account, t.outcome, t.origin
                          FROM identity.sign_in_attempt t LEFT JOIN identity.account a ON a.id = t.account_id
                         ORDER BY t.at DESC, t.id DESC LIMIT :limit""")
                .param("limit", limit)
                .query(RecordMapper.of(AttemptRow.class))
                .list();
    }

    /** The network of an address; an IPv4 address without its last part: {@code 203.0.113.0}. */
    static String networkOf(String address) {
        return LAST_OF_FOUR.matcher(ClientNetwork.of(address)).replaceFirst(".0");
    }
}
