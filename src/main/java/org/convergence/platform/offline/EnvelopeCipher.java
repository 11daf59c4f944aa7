package org.convergence.platform.offline;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;
import javax.crypto.spec.SecretKeySpec;
import org.convergence.platform.keys.TextSealer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Issues the keys of a link, and opens what a browser encrypted with the public one: an AES-256-GCM key of its own for
 * each message, wrapped by RSA-OAEP with SHA-256, then the nonce, then the text.
 */
@Component
public class EnvelopeCipher {

    private static final int KEY_BITS = 2048;
    private static final int WRAPPED = KEY_BITS / 8;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final OAEPParameterSpec OAEP =
            new OAEPParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, PSource.PSpecified.DEFAULT);

    private final TextSealer sealer;
    private final Clock clock;
    private @Nullable DayPair last;

    EnvelopeCipher(TextSealer sealer, Clock clock) {
        this.sealer = sealer;
        this.clock = clock;
    }

    private record DayPair(LocalDate day, KeyPair keys) {}

    /**
     * The keys of a link.
     *
     * @param publicKey as SPKI in Base64, for the browser
     * @param sealedPrivateKey to store; only the installation's keys open it
     */
    public record EnvelopeKeys(String publicKey, String sealedPrivateKey) {}

    /**
     * Keys for a link. The links that a running application makes on one day have the same pair: a phone holds only its
     * public part, and what opens the private part of one link, the installation's keys and the database, opens those of
     * all. A pair takes a third of a second to find.
     *
     * @param place where they are stored, as for {@link TextSealer#seal}
     */
    public EnvelopeKeys issue(String place) {
        KeyPair keys = pairOfToday();
        Base64.Encoder base64 = Base64.getEncoder();
        return new EnvelopeKeys(
                base64.encodeToString(keys.getPublic().getEncoded()),
                sealer.seal(base64.encodeToString(keys.getPrivate().getEncoded()), place));
    }

    private synchronized KeyPair pairOfToday() {
        LocalDate today = LocalDate.now(clock);
        if (last == null || !last.day().equals(today)) {
            try {
                KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
                generator.initialize(KEY_BITS);
                last = new DayPair(today, generator.generateKeyPair());
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("no keys can be made", e);
            }
        }
        return last.keys();
    }

    /** Decrypts a message; empty if it is damaged, or was encrypted with another key. */
    public Optional<byte[]> open(String sealedPrivateKey, String place, byte[] message) {
        if (message.length < WRAPPED + NONCE + TAG_BITS / 8) {
            return Optional.empty();
        }
        return sealer.open(sealedPrivateKey, place).flatMap(key -> decrypt(key, message));
    }

    private static Optional<byte[]> decrypt(String privateKey, byte[] message) {
        try {
            PrivateKey key = KeyFactory.getInstance("RSA")
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(privateKey)));
            Cipher unwrap = Cipher.getInstance("RSA/ECB/OAEPPadding");
            unwrap.init(Cipher.DECRYPT_MODE, key, OAEP);
            byte[] secret = unwrap.doFinal(message, 0, WRAPPED);
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(
                    Cipher.DECRYPT_MODE,
                    new SecretKeySpec(secret, "AES"),
                    new GCMParameterSpec(TAG_BITS, Arrays.copyOfRange(message, WRAPPED, WRAPPED + NONCE)));
            return Optional.of(cipher.doFinal(message, WRAPPED + NONCE, message.length - WRAPPED - NONCE));
        } catch (GeneralSecurityException damaged) {
            return Optional.empty();
        }
    }
}
