package org.convergence.identity.domain;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.convergence.identity.IdentityPermissions;
import org.convergence.identity.domain.SignInAttemptService.AttemptOutcome;
import org.convergence.platform.access.Open;
import org.convergence.platform.access.Requires;
import org.convergence.platform.access.Token;
import org.convergence.platform.access.TooManyAttempts;
import org.convergence.platform.database.Ids;
import org.convergence.platform.database.Refused;
import org.convergence.platform.database.SqlTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Signs in without a password, by a link that works once and for a short time. Whether an address has an account is
 * never revealed: the answer, and the work before it, are the same.
 */
@Service
public class SignInLinkService {

    /** How long a link works. */
    static final Duration LINK = Duration.ofMinutes(30);

    /** How long an invitation, or a link printed for the operator of the server, works. */
    static final Duration INVITATION = Duration.ofDays(7);

    private final JdbcClient db;
    private final SignInAttemptService attempts;
    private final SessionService sessions;
    private final SignInLetters letters;
    private final Clock clock;

    SignInLinkService(
            JdbcClient db, SignInAttemptService attempts, SessionService sessions, SignInLetters letters, Clock clock) {
        this.db = db;
        this.attempts = attempts;
        this.sessions = sessions;
        this.letters = letters;
        this.clock = clock;
    }

    /**
     * Counts a request for a link, before one is sent. The answer is the same whether the address has an account or
     * not.
     *
     * @throws TooManyAttempts if this network, or all networks for this address, asked too often
     */
    @Open("used before sign-in")
    public void countRequest(String mail, String remoteAddress) {
        attempts.countLink(mail, remoteAddress);
    }

    /** Records that a request for a link was refused by a limit. */
    @Open("used before sign-in")
    @Transactional
    public void recordTooMany(String mail, String remoteAddress) {
        attempts.recordTooMany(accountOf(mail.strip()).orElse(null), remoteAddress);
    }

    /**
     * Sends a link to the address, if it belongs to an open account. Links sent before stay valid.
     *
     * @param remoteAddress the network address of the request
     */
    @Open("used before sign-in")
    @Transactional
    public void requestLink(String mail, String remoteAddress) {
        Optional<UUID> account = accountOf(mail.strip());
        account.ifPresent(letters::sendLink);
        attempts.record(
                account.isPresent() ? AttemptOutcome.LINK_ASKED : AttemptOutcome.UNKNOWN_ADDRESS,
                account.orElse(null),
                SignInAttemptService.networkOf(remoteAddress));
    }

    private Optional<UUID> accountOf(String mail) {
        return db.sql("SELECT id FROM identity.account WHERE lower(mail) = lower(:mail) AND closed_at IS NULL")
                .param("mail", mail)
                .query(UUID.class)
                .optional();
    }

    /** Whether links of an account can sign in. */
    @Open("called when a letter leaves")
    @Transactional(readOnly = true)
    boolean isOpen(UUID account) {
        return db.sql("SELECT EXISTS (SELECT FROM identity.account WHERE id = ? AND closed_at IS NULL)")
                .param(account)
                .query(Boolean.class)
                .single();
    }

    /** Creates a link for an account and returns its secret, to be sent only to its owner. */
    @Transactional
    String issue(UUID account, Duration validity) {
        Token token = Token.random();
        Instant now = clock.instant();
        db.sql("""
                        INSERT INTO identity.sign_in_link (id, account_id, token_hash, created_at, expires_at)
                        VALUES (:id, :account, :hash, :now, :expires)""")
                .param("id", Ids.next())
                .param("account", account)
                .param("hash", token.hash())
                .param("now", SqlTime.at(now))
                .param("expires", SqlTime.at(now.plus(validity)))
                .update();
        return token.secret();
    }

    /** Creates a link for the operator of the server to hand over; empty if no open account has the address. */
    @Requires(IdentityPermissions.ACCOUNTS)
    @Transactional
    public Optional<String> issueFor(String mail) {
        return accountOf(mail.strip()).map(account -> issue(account, INVITATION));
    }

    /**
     * The name of the link's owner, while the link is valid; opening it does not use it up.
     *
     * @throws TooManyAttempts if this network opens too many links that never existed
     */
    @Open("the link authenticates")
    public Optional<String> findOwnerName(String secret, String remoteAddress) {
        Optional<String> name = db.sql("""
                        SELECT a.name FROM identity.sign_in_link l JOIN identity.account a ON a.id = l.account_id
                         WHERE l.token_hash = :hash AND l.used_at IS NULL AND l.expires_at > :now AND a.closed_at IS NULL""")
                .param("hash", Token.hashOf(secret))
                .param("now", SqlTime.now(clock))
                .query(String.class)
                .optional();
        if (name.isEmpty() && !wasIssued(secret)) {
            attempts.countWrong(remoteAddress);
        }
        return name;
    }

    /** Whether the link was ever issued, even if it is used or expired: presenting one is no guess. */
    private boolean wasIssued(String secret) {
        return db.sql("SELECT EXISTS (SELECT FROM identity.sign_in_link WHERE token_hash = ?)")
                .param(Token.hashOf(secret))
                .query(Boolean.class)
                .single();
    }

    /**
     * Uses a link up and begins a session.
     *
     * @return the session's secret, for the cookie
     * @throws Refused if the link is used, expired, or unknown
     * @throws TooManyAttempts if this network tries too many links that never existed
     */
    @Open("the link authenticates")
    @Transactional(noRollbackFor = Refused.class)
    public String signIn(String secret, String device, String remoteAddress) {
        String origin = SignInAttemptService.networkOf(remoteAddress);
        Optional<UUID> account = useUp(secret);
        if (account.isEmpty()) {
            if (!wasIssued(secret)) {
                attempts.countWrong(remoteAddress);
            }
            attempts.record(AttemptOutcome.LINK_REFUSED, null, origin);
            throw new Refused("identity.link.refused");
        }
        attempts.record(AttemptOutcome.SIGNED_IN, account.get(), origin);
        return sessions.begin(account.get(), device);
    }

    private Optional<UUID> useUp(String secret) {
        return db.sql("""
                        UPDATE identity.sign_in_link l SET used_at = :now FROM identity.account a
                         WHERE l.token_hash = :hash AND l.used_at IS NULL AND l.expires_at > :now
                           AND a.id = l.account_id AND a.closed_at IS NULL
                        RETURNING a.id""")
                .param("hash", Token.hashOf(secret))
                .param("now", SqlTime.now(clock))
                .query(UUID.class)
                .optional();
    }
}
