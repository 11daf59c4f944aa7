package org.convergence.platform.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * A secret that opens something: a link, a session, the API, a feed. It exists in clear only where it is handed over; what is
 * kept is its SHA-256.
 *
 * @param secret 256 bits, written in the URL alphabet of base 64
 */
public record Token(String secret) {

    private static final SecureRandom RANDOM = new SecureRandom();

    /** A new one. */
    public static Token random() {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return new Token(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** What is kept of it. */
    public byte[] hash() {
        return hashOf(secret);
    }

    /** What is kept of a secret that somebody shows. */
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
