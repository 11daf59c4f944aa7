package org.convergence.platform.publicform;

import java.time.LocalDate;
import org.convergence.platform.text.CreoleTexts;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;

/** The words of a page or a letter in the language of its readers, which may be Haitian Creole (R-PART-7). */
public final class ReaderWords {

    private final Words words;
    private final @Nullable CreoleTexts creole;

    private ReaderWords(Words words, @Nullable CreoleTexts creole) {
        this.words = words;
        this.creole = creole;
    }

    /**
     * The words of a language.
     *
     * @param language its code
     * @param creole the texts of the module in Haitian Creole
     */
    public static ReaderWords of(String language, PublicLanguages languages, CreoleTexts creole) {
        boolean isCreole = language.equals(CreoleTexts.CODE);
        return new ReaderWords(languages.wordsFor(isCreole ? "fr" : language), isCreole ? creole : null);
    }

    /** Messages that are not written in Creole: in French for it. */
    public Words words() {
        return words;
    }

    /** The tag for the {@code lang} attribute. */
    public String tag() {
        return creole == null ? words.language().tag() : CreoleTexts.CODE;
    }

    /** The message of a key. */
    public String say(String key, @Nullable Object... arguments) {
        return creole == null ? words.say(key, arguments) : creole.say(key, arguments);
    }

    /** The Creole text of a key where Creole is read and has one; else the other text. */
    public String sayOr(String key, String other) {
        return creole == null ? other : creole.sayOr(key, other);
    }

    /** « 14 janvier 2026 », « 14 janvye 2026 ». */
    public String date(LocalDate day) {
        return creole == null ? words.date(day) : CreoleTexts.date(day);
    }
}
