package org.convergence.platform.shell.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.text.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.WebUtils;

/**
 * The language of a page: the account's, else the one chosen here before, else the browser's first that the
 * organisation uses, else the organisation's first. An API client with a token gets the language of its {@code
 * Accept-Language} header, else the organisation's first.
 */
record RequestLanguageResolver(CachedSettings settings) implements LocaleResolver {

    static final String COOKIE = "language";
    private static final String ATTRIBUTE = RequestLanguageResolver.class.getName();

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof Locale known) {
            return known;
        }
        return resolve(request, settings.get().spoken());
    }

    /** Without asking the database which languages the organisation speaks. */
    Language resolvePlainly(HttpServletRequest request) {
        Locale known = request.getAttribute(ATTRIBUTE) instanceof Locale locale
                ? locale
                : resolve(request, settings.last().spoken());
        return Language.of(known.toLanguageTag());
    }

    private static Locale resolve(HttpServletRequest request, List<String> spoken) {
        Locale locale = Language.of(choose(request, spoken)).locale();
        request.setAttribute(ATTRIBUTE, locale);
        return locale;
    }

    private static String choose(HttpServletRequest request, List<String> spoken) {
        boolean program = request.getHeader("Authorization") != null && RequestKind.isApi(RequestKind.path(request));
        String own = CurrentActor.get().language();
        if (!program && own != null && Language.SPOKEN.contains(own)) {
            return own;
        }
        Cookie cookie = WebUtils.getCookie(request, COOKIE);
        if (!program && cookie != null && spoken.contains(cookie.getValue())) {
            return cookie.getValue();
        }
        if (request.getHeader("Accept-Language") != null) {
            for (Locale wanted : Collections.list(request.getLocales())) {
                if ((program ? Language.SPOKEN : spoken).contains(wanted.getLanguage())) {
                    return wanted.getLanguage();
                }
            }
        }
        return spoken.get(0);
    }

    @Override
    public void setLocale(HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
        throw new UnsupportedOperationException("The language is chosen at /language");
    }
}
