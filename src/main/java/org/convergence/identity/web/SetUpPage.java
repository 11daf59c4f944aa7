package org.convergence.identity.web;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.convergence.platform.settings.Zones;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.convergence.platform.text.Language;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;

/**
 * The page of the first minutes.
 *
 * @param action where the form goes; {@code null} where the printed token was not shown
 */
public record SetUpPage(Form form, @Nullable String action) {

    /** The languages that an organisation may work in. */
    public List<Option> languages(Words t) {
        return Arrays.stream(Language.values())
                .map(language -> Option.of(language, t.capital(t.languageName(language.code()))))
                .toList();
    }

    /** The zones, by where they hold. */
    public List<Option> zoneOptions(Words t) {
        return Zones.OFFERED.stream()
                .map(zone -> new Option(zone, t.say(Zones.key(zone))))
                .toList();
    }

    /** The months in which a fiscal year may begin. */
    public List<Option> months(Words t) {
        return IntStream.rangeClosed(1, 12)
                .mapToObj(month -> new Option(String.valueOf(month), t.monthName(month)))
                .toList();
    }
}
