package org.convergence.identity.domain;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.convergence.identity.IdentityPermissions;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialDescriptor;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The current user's passkeys: adds, lists and removes them. */
@Service
@Requires(IdentityPermissions.OWN)
public class PasskeyService {

    /** The largest number per account. */
    static final int MOST = 20;

    private final PasskeyRepository passkeyRepository;
    private final PasskeyChallengeRepository questions;
    private final PasskeySettings settings;
    private final PasskeyUserRepository owners;
    private final PasskeyVerifier check;
    private final SignInLetters letters;
    private final JdbcClient db;

    PasskeyService(
            PasskeyRepository passkeyRepository,
            PasskeyChallengeRepository questions,
            PasskeySettings settings,
            PasskeyUserRepository owners,
            PasskeyVerifier check,
            SignInLetters letters,
            JdbcClient db) {
        this.passkeyRepository = passkeyRepository;
        this.questions = questions;
        this.settings = settings;
        this.owners = owners;
        this.check = check;
        this.letters = letters;
        this.db = db;
    }

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
                .query((row, n) -> {
                    OffsetDateTime used = row.getObject("last_used_at", OffsetDateTime.class);
                    return new PasskeyRow(
                            row.getObject("id", UUID.class),
                            row.getString("name"),
                            row.getBoolean("backed_up"),
                            row.getObject("created_at", OffsetDateTime.class).toInstant(),
                            used == null ? null : used.toInstant());
                })
                .list();
    }

    /** The challenge for the browser's authenticator, and the ticket for its cookie. */
    @Transactional
    public PasskeyChallenge createChallenge() {
        PublicKeyCredentialUserEntity me = me();
        var asked = questions.create(CurrentActor.get().id());
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
        Optional<Bytes> challenge = questions.take(ticket, CurrentActor.get().id());
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
}
