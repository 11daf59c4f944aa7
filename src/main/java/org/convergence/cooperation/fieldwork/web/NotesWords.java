package org.convergence.cooperation.fieldwork.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.convergence.cooperation.fieldwork.domain.CountryNumbers;
import org.convergence.cooperation.fieldwork.domain.PartnerEntryRow;
import org.convergence.cooperation.fieldwork.domain.PartnerLinkAccess.OpenedLink;
import org.convergence.cooperation.fieldwork.domain.PartnerNotes.PartnerPromise;
import org.convergence.platform.publicform.PublicLanguages;
import org.convergence.platform.text.CreoleTexts;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;

/**
 * The words of a partner's page in its language. Haitian Creole is in a file of this module.
 */
public final class NotesWords {

    static final String CREOLE = CreoleTexts.CODE;

    private static final CreoleTexts CREOLE_TEXTS = CreoleTexts.load(NotesWords.class, "notes_ht.properties");

    private final Words words;
    private final boolean isCreole;
    private final CountryNumbers numbers;

    /** @param words in the language of the page; in French for Creole */
    NotesWords(Words words, boolean isCreole, CountryNumbers numbers) {
        this.words = words;
        this.isCreole = isCreole;
        this.numbers = numbers;
    }

    /** The words of the page that a link opens. */
    static NotesWords of(OpenedLink link, PublicLanguages languages) {
        return of(link.language(), link.numbers(), languages);
    }

    /** The words of the pages in a language. */
    static NotesWords of(String language, CountryNumbers numbers, PublicLanguages languages) {
        boolean isCreole = language.equals(CREOLE);
        return new NotesWords(languages.wordsFor(isCreole ? "fr" : language), isCreole, numbers);
    }

    /** What writes papers: in French for Creole. */
    Words words() {
        return words;
    }

    /** The tag for the {@code lang} attribute. */
    public String tag() {
        return isCreole ? CREOLE : words.language().tag();
    }

    /** The message of a key, one of {@code public.fieldwork}. */
    public String say(String key, @Nullable Object... arguments) {
        return isCreole ? CREOLE_TEXTS.say(key, arguments) : words.say(key, arguments);
    }

    /** « 14 janvier 2026 », « 14 janvye 2026 ». */
    public String date(LocalDate day) {
        return isCreole ? CreoleTexts.date(day) : words.date(day);
    }

    /** A number as the country writes it, with the code of its currency if it is an amount. */
    public String figure(BigDecimal number, @Nullable String currency) {
        return currency == null ? numbers.format(number, 0) : numbers.format(number, 2) + "\u00a0" + currency;
    }

    /** « Promis d’ici le 3 mars », « Fait le 3 mars ». */
    public String standing(PartnerPromise promise) {
        return promise.doneOn() == null
                ? say("public.fieldwork.promise.due", promise.dueOn())
                : say("public.fieldwork.promise.done", promise.doneOn());
    }

    /** What an entry says, in one line. */
    String describe(PartnerEntryRow entry) {
        String figure = entry.figure() == null ? entry.typed() : figure(entry.figure(), entry.currency());
        return Stream.of(figure, entry.label(), entry.details())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · "));
    }
}
