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
        if (isPlain(text)) {
            return text.toLowerCase(Locale.ROOT).strip();
        }
        String plain = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT)
                .replace("œ", "oe")
                .replace("æ", "ae")
                .replace("ß", "ss")
                .replace("ø", "o")
                .replace("ł", "l");
        if (isPlain(plain)) {
            return plain.strip();
        }
        String closed = DASHES.matcher(POINTS.matcher(plain).replaceAll("")).replaceAll("");
        return OTHERS.matcher(closed).replaceAll(" ").strip();
    }

    /** Whether nothing but capitals is left to fold, as in most words: unaccented letters, figures, single blanks. */
    private static boolean isPlain(String text) {
        char last = 0;
        for (int i = 0; i < text.length(); i++) {
            char each = text.charAt(i);
            boolean kept = (each >= 'a' && each <= 'z')
                    || (each >= 'A' && each <= 'Z')
                    || (each >= '0' && each <= '9')
                    || (each == ' ' && last != ' ');
            if (!kept) {
                return false;
            }
            last = each;
        }
        return true;
    }
}
