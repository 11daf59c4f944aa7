package org.convergence.identity.web;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.convergence.platform.settings.TimeZones;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.convergence.platform.text.Language;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;

/**
 * The set-up page.
 *
 * @param action where the form is sent; {@code null} without the printed token
 */
public record SetUpPage(Form form, @Nullable String action) {

    /** The available languages. */
    public List<Option> languages(Words t) {
        return Arrays.stream(Language.values())
                .map(language -> Option.of(language, t.capital(t.languageName(language.code()))))
                .toList();
    }

    /** The time zones, with their regions. */
    public List<Option> zoneOptions(Words t) {
        return TimeZones.OFFERED.stream()
                .map(zone -> new Option(zone, t.say(TimeZones.key(zone))))
                .toList();
    }

    /** The months in which a fiscal year may begin. */
    public List<Option> months(Words t) {
        return IntStream.rangeClosed(1, 12)
                .mapToObj(month -> new Option(String.valueOf(month), t.monthName(month)))
                .toList();
    }
}
