package org.convergence.platform.keys;

import com.google.crypto.tink.subtle.Ed25519Sign;
import com.google.crypto.tink.subtle.Ed25519Verify;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import org.springframework.stereotype.Component;

/**
 * Signs texts for other organisations (Ed25519). The signing key follows from the installation's key ring, so it comes
 * back with the recovery file; its public part may be shown to anyone.
 */
@Component
public class DocumentSigner {

    private static final String USE = "ed25519 signing seed";

    private final MarkGenerator marks;

    DocumentSigner(MarkGenerator marks) {
        this.marks = marks;
    }

    /** The public key, in Base64 for addresses. */
    public String publicKey() {
        return write(keyPair().getPublicKey());
    }

    /** The signature of a text, in Base64 for addresses. */
    public String sign(String text) {
        try {
            return write(new Ed25519Sign(keyPair().getPrivateKey()).sign(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the text cannot be signed", e);
        }
    }

    private Ed25519Sign.KeyPair keyPair() {
        try {
            return Ed25519Sign.KeyPair.newKeyPairFromSeed(Base64.getUrlDecoder().decode(marks.compute("1", USE)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the signing key cannot be made", e);
        }
    }

    /** Whether a text was signed with the private part of a public key; false for a key or signature that is none. */
    public static boolean verify(String publicKey, String text, String signature) {
        try {
            new Ed25519Verify(Base64.getUrlDecoder().decode(publicKey))
                    .verify(Base64.getUrlDecoder().decode(signature), text.getBytes(StandardCharsets.UTF_8));
            return true;
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }

    private static String write(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
