package org.convergence.platform.text;

import java.text.Normalizer;
import java.util.Locale;

/** The elision of French: “de” becomes “d’” before a vowel. */
public final class FrenchElision {

    private FrenchElision() {}

    /**
     * Whether “de” is elided before a name: “d’Alexane”, “d’Yvan”, but “de Yasmine”. An initial h is left alone, since
     * some are aspirated.
     */
    public static boolean appliesTo(String name) {
        String plain = Normalizer.normalize(name.strip(), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
        return plain.matches("(?s)[aeiouœæ].*|y[^aeiouy].*");
    }
}
