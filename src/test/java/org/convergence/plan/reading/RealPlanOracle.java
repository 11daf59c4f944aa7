package org.convergence.plan.reading;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;

/** The lines of the real plan, written out by hand: place, commitment and hash of each text, no sentence. */
public final class RealPlanOracle {

    private static final String FILE = "/org/convergence/plan/reading/real-plan-oracle.csv";

    private RealPlanOracle() {}

    /** All lines, in order. */
    public static List<String> lines() throws IOException {
        try (InputStream in = Objects.requireNonNull(RealPlanOracle.class.getResourceAsStream(FILE))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
        }
    }

    /** A line in the format of the oracle. */
    public static String line(String means, String order, String commitment, String text) {
        return String.join(";", means, order, commitment, hash(text));
    }

    private static String hash(String text) {
        String normal = Normalizer.normalize(text, Normalizer.Form.NFC)
                .replaceAll("(?U)\\p{IsWhite_Space}+", " ")
                .strip();
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(normal.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
