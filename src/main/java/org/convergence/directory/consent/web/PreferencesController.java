package org.convergence.directory.consent.web;

import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.convergence.directory.consent.PreferenceLinkIssuer;
import org.convergence.directory.consent.Purpose;
import org.convergence.directory.consent.domain.ConsentMethod;
import org.convergence.directory.consent.domain.PreferenceService;
import org.convergence.directory.consent.domain.PreferenceService.ChosenPreferences;
import org.convergence.directory.consent.domain.SenderIdentity;
import org.convergence.directory.consent.web.PreferencesPage.PurposeBox;
import org.convergence.platform.access.Open;
import org.convergence.platform.access.SecretAddress;
import org.convergence.platform.publicform.PublicVisit;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
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
@Open("a link opens the preferences of its recipient")
record PreferencesController(PreferenceService preferences, OrganisationSettings settings) {

    /** The response to a mail program, which displays nothing. */
    private static final View STOPPED = (model, request, response) -> response.setContentType("text/plain");

    /** Incremented when {@code public.consent.wording} changes, in any language. */
    private static final int WORDING = 1;

    @GetMapping
    ModelAndView show(
            @PathVariable String secret, @RequestParam(required = false) @Nullable String done, PublicVisit visit) {
        return page(secret, open(secret, visit), done, visit);
    }

    @PostMapping
    ModelAndView change(
            @PathVariable String secret,
            @RequestParam(name = "List-Unsubscribe", required = false) @Nullable String oneClick,
            @RequestParam(required = false) @Nullable String stop,
            @RequestParam(required = false) @Nullable String save,
            @RequestParam(required = false) @Nullable List<String> receive,
            PublicVisit visit) {
        PreferenceService.ChosenPreferences now = open(secret, visit);
        if ("One-Click".equals(oneClick)) {
            preferences.stop(secret, ConsentMethod.ONE_CLICK);
            return new ModelAndView(STOPPED);
        }
        if (stop == null && save == null) {
            // A post without a button is no withdrawal.
            return page(secret, now, null, visit);
        }
        Words t = visit.words(now.languages());
        String back = PreferenceLinkIssuer.PATH + secret + "?in=" + t.language().code() + "&done=";
        if (stop != null) {
            preferences.stop(secret, ConsentMethod.PREFERENCES);
            return SeeOther.to(back + "stop");
        }
        preferences.choose(
                secret,
                ticked(receive),
                purpose -> proof(purpose, now.standing(), t),
                PreferencesController.version(t));
        return SeeOther.to(back + "save");
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

    private PreferenceService.ChosenPreferences open(String secret, PublicVisit visit) {
        return visit.open(secret, () -> preferences.open(secret));
    }

    private ModelAndView page(
            String secret, PreferenceService.ChosenPreferences chosen, @Nullable String done, PublicVisit visit) {
        return PageView.of(
                "directory/consent/preferences", assemble(PreferenceLinkIssuer.PATH + secret, chosen, done, visit));
    }

    @Bean
    static SecretAddress preferencesAddress() {
        return new SecretAddress(PreferenceLinkIssuer.PATH);
    }

    PreferencesPage assemble(String action, ChosenPreferences chosen, @Nullable String done, PublicVisit visit) {
        Words t = visit.words(chosen.languages());
        String address = chosen.standing().address();
        return new PreferencesPage(
                t,
                settings.current().name(),
                action,
                done == null || !List.of("save", "stop").contains(done) ? null : t.say("public.consent.done." + done),
                chosen.received().entrySet().stream()
                        .map(each -> new PurposeBox(
                                each.getKey().word(),
                                t.say(each.getKey().key()),
                                wording(each.getKey(), t),
                                each.getValue()))
                        .toList(),
                address == null ? List.of() : address.lines().toList(),
                chosen.standing().contact(),
                privacy(chosen.standing()),
                visit.otherOptions(t));
    }

    /** The wording of a consent (R-CASL-3). */
    String wording(Purpose purpose, Words t) {
        return t.say(
                "public.consent.wording." + purpose.word(), settings.current().name());
    }

    /** The proof of a consent: the wording beside the box, the sender's name and contact (R-CASL-3). */
    String proof(Purpose purpose, SenderIdentity standing, Words t) {
        return Stream.of(wording(purpose, t), settings.current().name(), standing.address(), standing.contact())
                .filter(Objects::nonNull)
                .collect(Collectors.joining("\n"));
    }

    static String version(Words t) {
        return "preferences " + WORDING + " " + t.language().code();
    }

    private static @Nullable String privacy(SenderIdentity standing) {
        String said = Stream.of(standing.privacyTitle(), standing.privacyContact())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
        return said.isEmpty() ? null : said;
    }
}
