package org.convergence.identity.domain;

import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.convergence.platform.database.Ids;
import org.convergence.platform.database.SqlTime;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.webauthn.api.AuthenticatorTransport;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutableCredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCose;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialType;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;
import org.springframework.stereotype.Component;

/** Stores passkeys, for the WebAuthn library. */
@Component
record PasskeyRepository(JdbcClient db) implements UserCredentialRepository {

    private static final String PASSKEYS = """
            SELECT account_id, name, credential_id, public_key, signature_count, user_verified, transports,
                   backup_eligible, backed_up, attestation, client_data, created_at, last_used_at
              FROM identity.passkey
            """;

    /** An account's user handle for authenticators: its id, which reveals nothing of a person. */
    static Bytes handle(UUID account) {
        return new Bytes(ByteBuffer.allocate(16)
                .putLong(account.getMostSignificantBits())
                .putLong(account.getLeastSignificantBits())
                .array());
    }

    /** The account of a user handle. */
    static UUID account(Bytes handle) {
        ByteBuffer bytes = ByteBuffer.wrap(handle.getBytes());
        return new UUID(bytes.getLong(), bytes.getLong());
    }

    @Override
    public @Nullable CredentialRecord findByCredentialId(Bytes credential) {
        return db.sql(PASSKEYS + "WHERE credential_id = ?")
                .param(credential.getBytes())
                .query((row, n) -> record(row))
                .optional()
                .orElse(null);
    }

    @Override
    public List<CredentialRecord> findByUserId(Bytes user) {
        return db.sql(PASSKEYS + "WHERE account_id = ? ORDER BY created_at")
                .param(account(user))
                .query((row, n) -> record(row))
                .list();
    }

    /** Inserts a new passkey, or updates one that was just used. */
    @Override
    public void save(CredentialRecord credential) {
        Instant used = credential.getLastUsed();
        int known = db.sql("""
                        UPDATE identity.passkey SET signature_count = ?, backed_up = ?, last_used_at = ?
                         WHERE credential_id = ?""")
                .params(credential.getSignatureCount(), credential.isBackupState(), SqlTime.at(used))
                .param(credential.getCredentialId().getBytes())
                .update();
        if (known == 0) {
            insert(credential);
        }
    }

    private void insert(CredentialRecord credential) {
        Bytes attestation = credential.getAttestationObject();
        Bytes clientData = credential.getAttestationClientDataJSON();
        db.sql("""
                        INSERT INTO identity.passkey
                               (id, account_id, name, credential_id, public_key, signature_count, user_verified,
                                transports, backup_eligible, backed_up, attestation, client_data, created_at)
                        VALUES (:id, :account, :name, :credential, :key, :count, :verified, :transports, :eligible,
                                :backedUp, :attestation, :clientData, :now)""")
                .param("id", Ids.next())
                .param("account", account(credential.getUserEntityUserId()))
                .param("name", credential.getLabel())
                .param("credential", credential.getCredentialId().getBytes())
                .param("key", credential.getPublicKey().getBytes())
                .param("count", credential.getSignatureCount())
                .param("verified", credential.isUvInitialized())
                .param(
                        "transports",
                        credential.getTransports().stream()
                                .map(AuthenticatorTransport::getValue)
                                .toArray(String[]::new))
                .param("eligible", credential.isBackupEligible())
                .param("backedUp", credential.isBackupState())
                .param("attestation", attestation == null ? new byte[0] : attestation.getBytes())
                .param("clientData", clientData == null ? new byte[0] : clientData.getBytes())
                .param("now", SqlTime.at(credential.getCreated()))
                .update();
    }

    @Override
    public void delete(Bytes credential) {
        db.sql("DELETE FROM identity.passkey WHERE credential_id = ?")
                .param(credential.getBytes())
                .update();
    }

    private static CredentialRecord record(ResultSet row) throws SQLException {
        OffsetDateTime used = row.getObject("last_used_at", OffsetDateTime.class);
        Instant created = row.getObject("created_at", OffsetDateTime.class).toInstant();
        return ImmutableCredentialRecord.builder()
                .credentialType(PublicKeyCredentialType.PUBLIC_KEY)
                .credentialId(new Bytes(row.getBytes("credential_id")))
                .userEntityUserId(handle(row.getObject("account_id", UUID.class)))
                .publicKey(new ImmutablePublicKeyCose(row.getBytes("public_key")))
                .signatureCount(row.getLong("signature_count"))
                .uvInitialized(row.getBoolean("user_verified"))
                .transports(Arrays.stream((String[]) row.getArray("transports").getArray())
                        .map(AuthenticatorTransport::valueOf)
                        .collect(Collectors.toSet()))
                .backupEligible(row.getBoolean("backup_eligible"))
                .backupState(row.getBoolean("backed_up"))
                .attestationObject(new Bytes(row.getBytes("attestation")))
                .attestationClientDataJSON(new Bytes(row.getBytes("client_data")))
                .created(created)
                .lastUsed(used == null ? created : used.toInstant())
                .label(row.getString("name"))
                .build();
    }
}
