package org.convergence.directory.consent.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.convergence.directory.consent.Purpose;
import org.convergence.directory.consent.domain.Preferences.Chosen;
import org.convergence.directory.consent.domain.Standing;
import org.convergence.directory.consent.web.PreferencesPage.Box;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Option;
import org.convergence.platform.text.Language;
import org.convergence.platform.text.Messages;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts the page of preferences together, in French, English or Spanish whatever the staff's pages speak. */
@Component
class PreferencesPages {

    /** Grows when the words of {@code public.consent.wording} change, in any language. */
    private static final int WORDING = 1;

    private final Messages messages;
    private final OrganisationSettings settings;

    PreferencesPages(Messages messages, OrganisationSettings settings) {
        this.messages = messages;
        this.settings = settings;
    }

    PreferencesPage of(
            String action,
            Chosen chosen,
            @Nullable String language,
            @Nullable String done,
            HttpServletRequest request) {
        Words t = words(language, chosen.languages(), request);
        String address = chosen.standing().address();
        return new PreferencesPage(
                t,
                settings.current().name(),
                action,
                done == null || !List.of("save", "stop").contains(done) ? null : t.say("public.consent.done." + done),
                chosen.received().entrySet().stream()
                        .map(each -> new Box(
                                each.getKey().word(),
                                t.say(each.getKey().key()),
                                wording(each.getKey(), t),
                                each.getValue()))
                        .toList(),
                address == null ? List.of() : address.lines().toList(),
                chosen.standing().contact(),
                privacy(chosen.standing()),
                Stream.of(Language.values())
                        .filter(each -> each != t.language())
                        .map(each -> new Option(each.code(), ownName(each)))
                        .toList());
    }

    /** What a tick beside a kind of messages says (R-CASL-3). */
    String wording(Purpose purpose, Words t) {
        return t.say(
                "public.consent.wording." + purpose.word(), settings.current().name());
    }

    /** What was on the page when she ticked it: the words beside the box, and who asks, with how to reach us (R-CASL-3). */
    String proof(Purpose purpose, Standing standing, Words t) {
        return Stream.of(wording(purpose, t), settings.current().name(), standing.address(), standing.contact())
                .filter(Objects::nonNull)
                .collect(Collectors.joining("\n"));
    }

    static String version(Words t) {
        return "preferences " + WORDING + " " + t.language().code();
    }

    /** In the language that she asks for, else the first of hers, else of her browser's. */
    Words words(@Nullable String asked, List<String> hers, HttpServletRequest request) {
        List<String> browser = request.getHeader("Accept-Language") == null
                ? List.of()
                : Collections.list(request.getLocales()).stream()
                        .map(Locale::getLanguage)
                        .toList();
        String code = Stream.of(
                        asked == null ? Stream.<String>empty() : Stream.of(asked),
                        hers.stream(),
                        browser.stream(),
                        settings.current().languages().stream())
                .flatMap(each -> each)
                .filter(PreferencesPages::isOurs)
                .findFirst()
                .orElse(Language.FRENCH.code());
        return messages.in(Language.of(code), settings.current().zone());
    }

    private static @Nullable String privacy(Standing standing) {
        String said = Stream.of(standing.privacyTitle(), standing.privacyContact())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
        return said.isEmpty() ? null : said;
    }

    private String ownName(Language language) {
        Words own = messages.in(language, settings.current().zone());
        return own.capital(own.languageName(language.code()));
    }

    private static boolean isOurs(String code) {
        return Stream.of(Language.values()).anyMatch(each -> each.code().equals(code));
    }
}
