package org.convergence.directory.consent.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.convergence.directory.consent.PreferenceLinks;
import org.convergence.directory.consent.Purpose;
import org.convergence.directory.consent.domain.Method;
import org.convergence.directory.consent.domain.Preferences;
import org.convergence.platform.access.Open;
import org.convergence.platform.access.Pace;
import org.convergence.platform.access.SecretAddress;
import org.convergence.platform.access.Token;
import org.convergence.platform.publicform.PublicWords;
import org.convergence.platform.shell.Go;
import org.convergence.platform.shell.Page;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.View;

/**
 * One's preferences by a link: opening it changes nothing, its buttons do. A mail program stops everything with one POST,
 * without cookies (R-CASL-11, RFC 8058).
 */
@Controller
@RequestMapping("/preferences/{secret}")
@Open("a link opens the preferences of one person, to whom it was sent")
class PreferencesController {

    private static final int FOR_A_LINK = 60;
    private static final int FOR_A_NETWORK = 600;

    /** To a mail program, which shows no answer to anybody. */
    private static final View STOPPED = (model, request, response) -> response.setContentType("text/plain");

    private final Preferences preferences;
    private final PreferencesPages pages;
    private final PublicWords words;
    private final Pace pace = new Pace();

    PreferencesController(Preferences preferences, PreferencesPages pages, PublicWords words) {
        this.preferences = preferences;
        this.pages = pages;
        this.words = words;
    }

    @GetMapping
    ModelAndView show(
            @PathVariable String secret,
            @RequestParam(name = "in", required = false) @Nullable String language,
            @RequestParam(required = false) @Nullable String done,
            HttpServletRequest request,
            HttpServletResponse response) {
        enter(secret, request, response);
        return page(secret, language, done, request);
    }

    @PostMapping
    ModelAndView change(
            @PathVariable String secret,
            @RequestParam(name = "in", required = false) @Nullable String language,
            @RequestParam(name = "List-Unsubscribe", required = false) @Nullable String oneClick,
            @RequestParam(required = false) @Nullable String stop,
            @RequestParam(required = false) @Nullable String save,
            @RequestParam(required = false) @Nullable List<String> receive,
            HttpServletRequest request,
            HttpServletResponse response) {
        if ("One-Click".equals(oneClick)) {
            // The programs of a large mail provider stop for thousands of people from a few addresses, and none is
            // refused.
            enter(secret, response);
            preferences.stop(secret, Method.ONE_CLICK);
            return new ModelAndView(STOPPED);
        }
        enter(secret, request, response);
        if (stop == null && save == null) {
            // Whoever posts nothing chose nothing: it is no no to everything.
            return page(secret, language, null, request);
        }
        Preferences.Chosen now = preferences.open(secret);
        Words t = words.to(language, now.languages(), request);
        String back = PreferenceLinks.PATH + secret + "?in=" + t.language().code() + "&done=";
        if (stop != null) {
            preferences.stop(secret, Method.PREFERENCES);
            return Go.to(back + "stop");
        }
        preferences.choose(
                secret,
                ticked(receive),
                purpose -> pages.proof(purpose, now.standing(), t),
                PreferencesPages.version(t));
        return Go.to(back + "save");
    }

    private static Set<Purpose> ticked(@Nullable List<String> values) {
        Set<Purpose> ticked = EnumSet.noneOf(Purpose.class);
        for (Purpose purpose : Purpose.CHOSEN) {
            if (values != null && values.contains(purpose.word())) {
                ticked.add(purpose);
            }
        }
        return ticked;
    }

    private void enter(String secret, HttpServletRequest request, HttpServletResponse response) {
        if (!pace.allows("from " + request.getRemoteAddr(), FOR_A_NETWORK)) {
            throw new ResponseStatusException(HttpStatus.TOO_MANY_REQUESTS);
        }
        enter(secret, response);
    }

    private void enter(String secret, HttpServletResponse response) {
        response.setHeader("X-Robots-Tag", "noindex, nofollow, noarchive");
        response.setHeader("Referrer-Policy", "no-referrer");
        String link = Base64.getEncoder().encodeToString(Token.hashOf(secret));
        if (!pace.allows(link, FOR_A_LINK)) {
            throw new ResponseStatusException(HttpStatus.TOO_MANY_REQUESTS);
        }
    }

    private ModelAndView page(
            String secret, @Nullable String language, @Nullable String done, HttpServletRequest request) {
        return Page.of(
                "directory/consent/preferences",
                pages.of(PreferenceLinks.PATH + secret, preferences.open(secret), language, done, request));
    }

    @Bean
    static SecretAddress preferencesAddress() {
        return new SecretAddress(PreferenceLinks.PATH);
    }
}
