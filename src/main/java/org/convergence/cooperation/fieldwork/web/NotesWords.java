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
import org.convergence.platform.publicform.ReaderWords;
import org.convergence.platform.text.CreoleTexts;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;

/**
 * The words of a partner's page in its language. Haitian Creole is in a file of this module.
 */
public final class NotesWords {

    private static final CreoleTexts CREOLE = CreoleTexts.load(NotesWords.class, "notes_ht.properties");

    private final ReaderWords words;
    private final CountryNumbers numbers;

    private NotesWords(ReaderWords words, CountryNumbers numbers) {
        this.words = words;
        this.numbers = numbers;
    }

    /** The words of the page that a link opens. */
    static NotesWords of(OpenedLink link, PublicLanguages languages) {
        return of(link.language(), link.numbers(), languages);
    }

    /** The words of the pages in a language. */
    static NotesWords of(String language, CountryNumbers numbers, PublicLanguages languages) {
        return new NotesWords(ReaderWords.of(language, languages, CREOLE), numbers);
    }

    /** What writes papers: in French for Creole. */
    Words words() {
        return words.words();
    }

    /** The tag for the {@code lang} attribute. */
    public String tag() {
        return words.tag();
    }

    /** The message of a key, one of {@code public.fieldwork}. */
    public String say(String key, @Nullable Object... arguments) {
        return words.say(key, arguments);
    }

    /** « 14 janvier 2026 », « 14 janvye 2026 ». */
    public String date(LocalDate day) {
        return words.date(day);
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
