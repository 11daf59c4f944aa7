package org.convergence.cooperation.watch.domain;

import java.time.LocalDate;
import java.time.YearMonth;
import org.convergence.platform.geography.Country;
import org.convergence.platform.publicform.PublicLanguages;
import org.convergence.platform.publicform.ReaderWords;
import org.convergence.platform.text.CreoleTexts;
import org.jspecify.annotations.Nullable;

/** The words of a digest in its language, which may be Haitian Creole. */
final class DigestWords {

    private static final CreoleTexts CREOLE = CreoleTexts.load(DigestWords.class, "digest_ht.properties");

    private final ReaderWords words;

    private DigestWords(ReaderWords words) {
        this.words = words;
    }

    static DigestWords of(String language, PublicLanguages languages) {
        return new DigestWords(ReaderWords.of(language, languages, CREOLE));
    }

    /** The message of a key, one of {@code public.watch}. */
    String say(String key, @Nullable Object... arguments) {
        return words.say(key, arguments);
    }

    String title(WatchItem.WatchAudience audience, LocalDate day) {
        return say("public.watch.title." + audience.name(), YearMonth.from(day));
    }

    /** The name of a country; in French where the Creole one is not known. */
    String name(Country country) {
        return words.sayOr("country." + country.code(), country.name(words.words()));
    }
}
