package org.convergence.directory.people;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.convergence.platform.shell.Form;
import org.convergence.platform.text.TextParser;

/**
 * The form fields of a chooser: the ids, the typed names, the newcomers; after a refusal, the refused names and the
 * number chosen then.
 */
final class ChooserFieldNames {

    /** The longest name in the directory, in characters. */
    static final int LONGEST = 300;

    private static final Pattern BETWEEN = Pattern.compile("[;\\r\\n]+");

    private ChooserFieldNames() {}

    static String ofTyped(String field) {
        return field + "-typed";
    }

    static String ofNewcomers(String field) {
        return field + "-new";
    }

    /** The names in the text field, separated by semicolons. */
    static List<String> typed(Form form, String field) {
        return form.values(ofTyped(field)).stream()
                .flatMap(BETWEEN::splitAsStream)
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
    }

    static String ofRefused(String field) {
        return field + "-refused";
    }

    static String ofTaken(String field) {
        return field + "-taken";
    }

    /** Whether more are chosen than when these names were refused: one of the proposed ones was meant. */
    static boolean answered(Form form, String field, int taken) {
        return form.filled(ofRefused(field))
                && form.value(ofRefused(field)).equals(form.value(ofTyped(field)))
                && TextParser.wholeNumber(form.value(ofTaken(field)))
                        .filter(before -> taken > before)
                        .isPresent();
    }

    static List<UUID> ids(List<String> values) {
        Set<UUID> ids = new LinkedHashSet<>();
        for (String value : values) {
            // Our page writes only ids: the reader refuses the field.
            TextParser.id(value.strip()).ifPresent(ids::add);
        }
        return List.copyOf(ids);
    }
}
