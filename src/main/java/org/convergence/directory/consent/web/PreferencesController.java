package org.convergence.directory.consent.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.convergence.directory.consent.PreferenceLinks;
import org.convergence.directory.consent.Purpose;
import org.convergence.directory.consent.domain.Method;
import org.convergence.directory.consent.domain.Preferences;
import org.convergence.platform.access.Open;
import org.convergence.platform.access.SecretAddress;
import org.convergence.platform.publicform.PublicForms;
import org.convergence.platform.publicform.PublicWords;
import org.convergence.platform.shell.Go;
import org.convergence.platform.shell.Page;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.View;

/**
 * Preferences by a link: opening it changes nothing, its buttons do. A mail program unsubscribes from everything with
 * one POST, without cookies (R-CASL-11, RFC 8058).
 */
@Controller
@RequestMapping("/preferences/{secret}")
@Open("a link opens the preferences of one person, to whom it was sent")
class PreferencesController {

    /** The response to a mail program, which displays nothing. */
    private static final View STOPPED = (model, request, response) -> response.setContentType("text/plain");

    private final Preferences preferences;
    private final PreferencesPages pages;
    private final PublicWords words;
    private final PublicForms forms;

    PreferencesController(Preferences preferences, PreferencesPages pages, PublicWords words, PublicForms forms) {
        this.preferences = preferences;
        this.pages = pages;
        this.words = words;
        this.forms = forms;
    }

    @GetMapping
    ModelAndView show(
            @PathVariable String secret,
            @RequestParam(name = "in", required = false) @Nullable String language,
            @RequestParam(required = false) @Nullable String done,
            HttpServletRequest request,
            HttpServletResponse response) {
        return page(secret, open(secret, request, response), language, done, request);
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
        Preferences.Chosen now = open(secret, request, response);
        if ("One-Click".equals(oneClick)) {
            preferences.stop(secret, Method.ONE_CLICK);
            return new ModelAndView(STOPPED);
        }
        if (stop == null && save == null) {
            // A post without a button is no withdrawal.
            return page(secret, now, language, null, request);
        }
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

    private Preferences.Chosen open(String secret, HttpServletRequest request, HttpServletResponse response) {
        return forms.open(secret, request, response, () -> preferences.open(secret));
    }

    private ModelAndView page(
            String secret,
            Preferences.Chosen chosen,
            @Nullable String language,
            @Nullable String done,
            HttpServletRequest request) {
        return Page.of(
                "directory/consent/preferences",
                pages.of(PreferenceLinks.PATH + secret, chosen, language, done, request));
    }

    @Bean
    static SecretAddress preferencesAddress() {
        return new SecretAddress(PreferenceLinks.PATH);
    }
}
