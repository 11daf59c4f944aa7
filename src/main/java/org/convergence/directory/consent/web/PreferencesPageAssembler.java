package org.convergence.directory.consent.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.convergence.directory.consent.Purpose;
import org.convergence.directory.consent.domain.PreferenceService.ChosenPreferences;
import org.convergence.directory.consent.domain.SenderIdentity;
import org.convergence.directory.consent.web.PreferencesPage.PurposeBox;
import org.convergence.platform.publicform.PublicLanguages;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Assembles the preferences page, in French, English or Spanish whatever the staff's languages. */
@Component
class PreferencesPageAssembler {

    /** Incremented when {@code public.consent.wording} changes, in any language. */
    private static final int WORDING = 1;

    private final PublicLanguages words;
    private final OrganisationSettings settings;

    PreferencesPageAssembler(PublicLanguages words, OrganisationSettings settings) {
        this.words = words;
        this.settings = settings;
    }

    PreferencesPage assemble(
            String action,
            ChosenPreferences chosen,
            @Nullable String language,
            @Nullable String done,
            HttpServletRequest request) {
        Words t = words.wordsFor(language, chosen.languages(), request);
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
                words.otherOptions(t));
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
