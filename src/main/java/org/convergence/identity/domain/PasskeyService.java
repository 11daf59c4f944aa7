package org.convergence.identity.domain;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.convergence.identity.IdentityPermissions;
import org.convergence.identity.domain.SignInAttemptService.AttemptOutcome;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Open;
import org.convergence.platform.access.Requires;
import org.convergence.platform.access.Token;
import org.convergence.platform.access.TooManyAttempts;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.RecordMapper;
import org.convergence.platform.database.Refused;
import org.convergence.platform.database.SqlTime;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialDescriptor;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Passkeys: adds, lists and removes the current user's, and signs in with one, without a user name. The session is the
 * same as after a sign-in link.
 */
@Service
@Requires(IdentityPermissions.OWN)
public class PasskeyService {

    /** The largest number per account. */
    static final int MOST = 20;

    private static final Duration ANSWERED_WITHIN = Duration.ofMinutes(6);

    private final PasskeyRepository passkeyRepository;
    private final PasskeySettings settings;
    private final PasskeyUserRepository owners;
    private final PasskeyVerifier check;
    private final SignInLetters letters;
    private final JdbcClient db;
    private final SignInAttemptService attempts;
    private final SessionService sessions;
    private final Clock clock;

    PasskeyService(
            PasskeyRepository passkeyRepository,
            PasskeySettings settings,
            PasskeyUserRepository owners,
            PasskeyVerifier check,
            SignInLetters letters,
            JdbcClient db,
            SignInAttemptService attempts,
            SessionService sessions,
            Clock clock) {
        this.passkeyRepository = passkeyRepository;
        this.settings = settings;
        this.owners = owners;
        this.check = check;
        this.letters = letters;
        this.db = db;
        this.attempts = attempts;
        this.sessions = sessions;
        this.clock = clock;
    }

    /**
     * A challenge for a browser's authenticator.
     *
     * @param options as JSON
     * @param ticket a secret for the browser's cookie, without which no answer is accepted
     */
    public record PasskeyChallenge(String options, String ticket) {}

    /** A passkey as its owner sees it. */
    public record PasskeyRow(
            UUID id,
            String name,
            boolean backedUp,
            Instant createdAt,
            @Nullable Instant lastUsedAt) {}

    /** The current user's passkeys, the newest first. */
    public List<PasskeyRow> findOwn() {
        return db.sql("""
                        SELECT id, name, backed_up, created_at, last_used_at FROM identity.passkey
                         WHERE account_id = ? ORDER BY created_at DESC, id DESC""")
                .param(CurrentActor.get().id())
                .query(RecordMapper.of(PasskeyRow.class))
                .list();
    }

    /** The challenge for the browser's authenticator, and the ticket for its cookie. */
    @Transactional
    public PasskeyChallenge createChallenge() {
        PublicKeyCredentialUserEntity me = me();
        var asked = create(CurrentActor.get().id());
        List<PublicKeyCredentialDescriptor> known = passkeyRepository.findByUserId(me.getId()).stream()
                .map(passkey -> PublicKeyCredentialDescriptor.builder()
                        .id(passkey.getCredentialId())
                        .transports(passkey.getTransports())
                        .build())
                .toList();
        return new PasskeyChallenge(
                PasskeyVerifier.json(settings.creation(me, asked.challenge(), known)), asked.ticket());
    }

    /**
     * Adds a passkey, and notifies its owner by mail.
     *
     * @param ticket from the cookie
     * @param answer of the authenticator, as JSON
     * @throws Refused if the answer is invalid, or there are too many
     */
    @Transactional(noRollbackFor = Refused.class)
    public void add(String name, String ticket, String answer) {
        PublicKeyCredentialUserEntity me = me();
        if (findOwn().size() >= MOST) {
            throw new Refused("identity.passkey.too_many", MOST);
        }
        Optional<Bytes> challenge = take(ticket, CurrentActor.get().id());
        if (challenge.isEmpty() || !check.register(me, challenge.get(), answer, name)) {
            throw new Refused("identity.passkey.not_added");
        }
        letters.notifyPasskeyAdded(CurrentActor.get().id());
    }

    /** Removes a passkey of the current user; the device may keep it, but it no longer opens a session. */
    @Transactional
    public void removeMine(UUID passkey) {
        db.sql("DELETE FROM identity.passkey WHERE id = ? AND account_id = ?")
                .params(passkey, CurrentActor.get().id())
                .update();
    }

    private PublicKeyCredentialUserEntity me() {
        PublicKeyCredentialUserEntity me = owners.find(CurrentActor.get().id());
        if (me == null) {
            throw new NotFound("account");
        }
        return me;
    }

    /**
     * The challenge for the browser's authenticator. It is the same for everyone, so it does not reveal which accounts
     * exist.
     *
     * @throws TooManyAttempts if the network asked for too many
     */
    @Open("used before sign-in")
    @Transactional
    public PasskeyChallenge createChallenge(String remoteAddress) {
        attempts.countQuestion(remoteAddress);
        var asked = create(null);
        return new PasskeyChallenge(PasskeyVerifier.json(settings.request(asked.challenge())), asked.ticket());
    }

    /**
     * Begins a session.
     *
     * @param ticket from the cookie
     * @param answer of the authenticator, as JSON
     * @return the session's secret, for the cookie
     * @throws Refused if the answer is invalid, for any reason
     * @throws TooManyAttempts if the network sent too many wrong answers
     */
    @Open("the passkey authenticates")
    @Transactional(noRollbackFor = Refused.class)
    public String signIn(String ticket, String answer, String device, String remoteAddress) {
        String origin = SignInAttemptService.networkOf(remoteAddress);
        Optional<UUID> account = take(ticket, null).flatMap(challenge -> check.authenticate(challenge, answer));
        if (account.isEmpty()) {
            attempts.countWrong(remoteAddress);
            attempts.record(AttemptOutcome.PASSKEY_REFUSED, null, origin);
            throw new Refused("identity.passkey.refused");
        }
        attempts.record(AttemptOutcome.SIGNED_IN, account.get(), origin);
        return sessions.begin(account.get(), device);
    }

    /**
     * Creates a challenge, and deletes expired ones.
     *
     * @param account the account that adds a passkey; {@code null} to sign in
     */
    private IssuedChallenge create(@Nullable UUID account) {
        Token ticket = Token.random();
        Bytes challenge = Bytes.random();
        db.sql("DELETE FROM identity.passkey_question WHERE expires_at < ?")
                .param(SqlTime.now(clock))
                .update();
        db.sql("INSERT INTO identity.passkey_question (ticket_hash, account_id, challenge, expires_at)"
                        + " VALUES (?, ?, ?, ?)")
                .param(ticket.hash())
                .param(account)
                .param(challenge.getBytes())
                .param(SqlTime.now(clock).plus(ANSWERED_WITHIN))
                .update();
        return new IssuedChallenge(challenge, ticket.secret());
    }

    /**
     * Takes the challenge of the browser that holds its ticket, once. Empty if it belongs to another account, expired, or
     * was answered.
     */
    private Optional<Bytes> take(String ticket, @Nullable UUID account) {
        return db.sql("""
                        DELETE FROM identity.passkey_question
                         WHERE ticket_hash = ? AND account_id IS NOT DISTINCT FROM ?::uuid AND expires_at > ?
                        RETURNING challenge""")
                .param(Token.hashOf(ticket))
                .param(account)
                .param(SqlTime.now(clock))
                .query((row, n) -> new Bytes(row.getBytes("challenge")))
                .optional();
    }

    /** A challenge, and the secret of its ticket for the browser's cookie. */
    record IssuedChallenge(Bytes challenge, String ticket) {}
}
