package org.convergence.platform.text;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Folds text for comparison: without accents, capitals and apostrophes, and with the points and dashes of inclusive
 * forms removed, so that "étudiant·e·s", "étudiant.e.s" and "étudiant-e-s" are the same (R-TYPO-5). The database's
 * {@code platform.fold} does the same.
 */
public final class TextNormalizer {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern POINTS = Pattern.compile("(?<=[\\p{L}\\p{N}])[.·‧•](?=[\\p{L}\\p{N}])");
    private static final Pattern DASHES = Pattern.compile(
            "(?<=\\p{L})-(?=(?:e|s|es|ne|nes|le|les|fe|fes|ve|ves|re|res|ere|eres|euse|euses|rice|rices|trice|trices)(?!\\p{L}))");
    private static final Pattern OTHERS = Pattern.compile("[^\\p{L}\\p{N}@+]+");

    private TextNormalizer() {}

    /** The folded form; empty for a text without letters or figures. */
    public static String fold(String text) {
        String plain = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT)
                .replace("œ", "oe")
                .replace("æ", "ae")
                .replace("ß", "ss")
                .replace("ø", "o")
                .replace("ł", "l");
        String closed = DASHES.matcher(POINTS.matcher(plain).replaceAll("")).replaceAll("");
        return OTHERS.matcher(closed).replaceAll(" ").strip();
    }
}
