package org.convergence.platform.publicform;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Option;
import org.convergence.platform.text.Language;
import org.convergence.platform.text.Messages;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The messages of public pages and of letters to the public: French, English or Spanish, whatever the languages of the
 * staff's pages.
 */
@Component
public class PublicLanguages {

    private final Messages messages;
    private final OrganisationSettings settings;

    PublicLanguages(Messages messages, OrganisationSettings settings) {
        this.messages = messages;
        this.settings = settings;
    }

    /** Whether there are public pages in a language, by its code. */
    public static boolean isSupported(String code) {
        return Stream.of(Language.values()).anyMatch(each -> each.code().equals(code));
    }

    /** The languages to choose from, each named in itself. */
    public List<Option> options() {
        return Stream.of(Language.values())
                .map(each -> new Option(each.code(), ownName(each)))
                .toList();
    }

    /** The messages in the person's language; if it is {@code null} or not supported, in the organisation's first. */
    public Words wordsFor(@Nullable String language) {
        return first(Stream.concat(Stream.ofNullable(language), settings.current().languages().stream()));
    }

    /**
     * The messages in the language chosen on the page, else in the person's first supported one, else in the browser's.
     *
     * @param asked the page's language switch, {@code null} for none
     * @param hers codes of the person's known languages, the preferred one first
     */
    public Words wordsFor(@Nullable String asked, List<String> hers, HttpServletRequest request) {
        List<String> browser = request.getHeader("Accept-Language") == null
                ? List.of()
                : Collections.list(request.getLocales()).stream()
                        .map(Locale::getLanguage)
                        .toList();
        return first(Stream.of(
                        Stream.ofNullable(asked),
                        hers.stream(),
                        browser.stream(),
                        settings.current().languages().stream())
                .flatMap(each -> each));
    }

    /** The other languages of a page, each named in itself. */
    public List<Option> otherOptions(Words t) {
        return options().stream()
                .filter(each -> !each.value().equals(t.language().code()))
                .toList();
    }

    /** The codes of all languages, the organisation's first in front. */
    public List<String> codes() {
        Words first = wordsFor(null);
        return Stream.concat(
                        Stream.of(first.language().code()),
                        otherOptions(first).stream().map(Option::value))
                .toList();
    }

    private Words first(Stream<String> codes) {
        return in(Language.of(
                codes.filter(PublicLanguages::isSupported).findFirst().orElse(Language.FRENCH.code())));
    }

    private Words in(Language language) {
        return messages.in(language, settings.current().zone());
    }

    private String ownName(Language language) {
        Words own = in(language);
        return own.capital(own.languageName(language.code()));
    }
}
