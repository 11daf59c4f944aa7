package org.convergence.identity.web;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.convergence.platform.text.Language;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;

/**
 * The page of the first minutes.
 *
 * @param action where the form goes; {@code null} where the printed token was not shown
 * @param zones the time zones offered
 */
public record SetUpPage(Form form, @Nullable String action, List<String> zones) {

    /** The languages that an organisation may work in. */
    public List<Option> languages(Words t) {
        return Arrays.stream(Language.values())
                .map(language -> Option.of(language, t.languageName(language.code())))
                .toList();
    }

    /** The zones, by the city that names each. */
    public List<Option> zoneOptions() {
        return zones.stream()
                .map(zone -> new Option(zone, zone.replace('_', ' ')))
                .toList();
    }

    /** The months in which a fiscal year may begin. */
    public List<Option> months(Words t) {
        return IntStream.rangeClosed(1, 12)
                .mapToObj(month -> new Option(String.valueOf(month), t.say("identity.month", month)))
                .toList();
    }
}
