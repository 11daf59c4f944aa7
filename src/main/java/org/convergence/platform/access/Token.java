package org.convergence.platform.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * A secret for a link, a session, the API or a feed. It exists in clear only where it is handed over; its SHA-256 is
 * stored.
 *
 * @param secret 256 bits, written in the URL alphabet of base 64
 */
public record Token(String secret) {

    private static final SecureRandom RANDOM = new SecureRandom();

    /** A new random token. */
    public static Token random() {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return new Token(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** The hash to store. */
    public byte[] hash() {
        return hashOf(secret);
    }

    /** The hash of a presented secret. */
    public static byte[] hashOf(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return "Token[…]";
    }
}
