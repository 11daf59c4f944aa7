package org.convergence.platform.keys;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.subtle.AesGcmJce;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.convergence.platform.database.Json;
import org.convergence.platform.database.Refused;
import tools.jackson.core.JacksonException;

/**
 * The key ring under a passphrase, to be stored away from the server: without it and the folder of the keys, sealed
 * data are lost for good.
 *
 * @param format {@value #FORMAT} now
 * @param iterations of the passphrase's key derivation, which slow down guessing
 * @param salt in Base64
 * @param sealing the encrypted keys
 * @param index the encrypted keys
 */
record RecoveryFile(int format, int iterations, String salt, String sealing, String index) {

    static final int FORMAT = 1;
    static final int SHORTEST_PASSPHRASE = 16;

    private static final int ITERATIONS = 210_000;
    private static final int MOST_ITERATIONS = 10_000_000;
    private static final int LARGEST = 1 << 20;

    static RecoveryFile of(KeyRing ring, String passphrase) {
        return of(ring, passphrase, ITERATIONS);
    }

    static RecoveryFile of(KeyRing ring, String passphrase, int iterations) {
        if (passphrase.codePointCount(0, passphrase.length()) < SHORTEST_PASSPHRASE) {
            throw new Refused("keys.passphrase-short", SHORTEST_PASSPHRASE);
        }
        byte[] salt = new byte[16];
        new SecureRandom().nextBytes(salt);
        try {
            Aead lock = lock(passphrase, salt, iterations);
            return new RecoveryFile(
                    FORMAT,
                    iterations,
                    Base64.getEncoder().encodeToString(salt),
                    TinkJsonProtoKeysetFormat.serializeEncryptedKeyset(ring.sealing(), lock, label("sealing")),
                    TinkJsonProtoKeysetFormat.serializeEncryptedKeyset(ring.index(), lock, label("index")));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the keys cannot be locked", e);
        }
    }

    /** @throws Refused if there is no such file, or it is not a recovery file */
    static RecoveryFile read(Path path) {
        try {
            if (Files.size(path) > LARGEST) {
                throw new Refused("keys.no-recovery-file", path.getFileName());
            }
            RecoveryFile file = Json.parse(Files.readString(path)).as(RecoveryFile.class);
            if (file.format() != FORMAT || file.iterations() < 1 || file.iterations() > MOST_ITERATIONS) {
                throw new Refused("keys.no-recovery-file", path.getFileName());
            }
            return file;
        } catch (IOException | JacksonException e) {
            throw new Refused("keys.no-recovery-file", path.getFileName());
        }
    }

    void write(Path path) {
        try {
            KeyFolder.writeSecret(path.toAbsolutePath(), Json.of(this).toString());
        } catch (IOException e) {
            throw new Refused("keys.cannot-write", path);
        }
    }

    /** @throws Refused if the passphrase is wrong, or the file was changed */
    KeyRing unlock(String passphrase) {
        try {
            KeyRing.prepare();
            Aead lock = lock(passphrase, Base64.getDecoder().decode(salt), iterations);
            return new KeyRing(
                    TinkJsonProtoKeysetFormat.parseEncryptedKeyset(sealing, lock, label("sealing")),
                    TinkJsonProtoKeysetFormat.parseEncryptedKeyset(index, lock, label("index")));
        } catch (GeneralSecurityException | IllegalArgumentException | NullPointerException e) {
            throw new Refused("keys.wrong-passphrase");
        }
    }

    private static Aead lock(String passphrase, byte[] salt, int iterations) throws GeneralSecurityException {
        var spec = new PBEKeySpec(passphrase.toCharArray(), salt, iterations, 256);
        return new AesGcmJce(SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512")
                .generateSecret(spec)
                .getEncoded());
    }

    private static byte[] label(String keys) {
        return ("convergence recovery file " + FORMAT + " " + keys).getBytes(StandardCharsets.UTF_8);
    }
}
