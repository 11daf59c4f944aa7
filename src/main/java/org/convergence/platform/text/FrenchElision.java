package org.convergence.platform.text;

import java.text.Normalizer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The elision of French: “de” and “que” before an argument that begins with a vowel become “d’” and “qu’”. Messages
 * say “de {0}”, and are elided when they are formatted.
 */
final class FrenchElision {

    /** Stands in a pattern for the blank before an argument. */
    private static final char BLANK = '\uE000';

    private static final Pattern ARGUMENT =
            Pattern.compile("(?<![\\p{L}\\p{M}])(d|qu)e (?=\\*{0,2}\\{\\w+})", Pattern.CASE_INSENSITIVE);

    private static final Pattern MARKED = Pattern.compile("e" + BLANK + "(?=(\\**)(.?.?))", Pattern.DOTALL);

    private static final Pattern BEFORE_VOWEL = Pattern.compile(
            "\\s*(?:[aeiouœæ]|y\\p{M}*[^aeiouy\\p{M}])", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private FrenchElision() {}

    /** The pattern with the places marked at which {@link #elide} decides. */
    static String mark(String pattern) {
        return ARGUMENT.matcher(pattern).replaceAll("$1e" + BLANK);
    }

    static boolean isMarked(String pattern) {
        return pattern.indexOf(BLANK) >= 0;
    }

    /** A text formatted from a marked pattern. */
    static String elide(String text) {
        return MARKED.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(appliesTo(found.group(2)) ? "’" : "e "));
    }

    /**
     * Whether “de” is elided before a name: “d’Alexane”, “d’Yvan”, but “de Yasmine”. An initial h is left alone, since
     * some are aspirated.
     */
    static boolean appliesTo(String name) {
        return BEFORE_VOWEL
                .matcher(Normalizer.normalize(name, Normalizer.Form.NFD))
                .lookingAt();
    }
}
