package org.convergence.outreach.assembly.web;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.convergence.platform.shell.Option;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;

/** Parts of a whole as forms and sentences say them: « plus de la moitié », « les deux tiers », « 3/5 ». */
record Parts(int numerator, int denominator, boolean moreThan) {

    private static final List<String> USUAL =
            List.of(">1/2", "1/2", "2/3", "3/4", "4/5", "1/1", "1/3", "1/4", "1/5", "1/10", ">1/3");
    private static final Pattern WRITTEN = Pattern.compile("(>?)([1-9][0-9]?)/([1-9][0-9]?)");

    static String of(int numerator, int denominator, boolean moreThan) {
        return (moreThan ? ">" : "") + numerator + "/" + denominator;
    }

    static @Nullable Parts read(String written) {
        Matcher part = WRITTEN.matcher(written.strip());
        if (!part.matches()) {
            return null;
        }
        int numerator = Integer.parseInt(part.group(2));
        int denominator = Integer.parseInt(part.group(3));
        return numerator > denominator
                ? null
                : new Parts(numerator, denominator, !part.group(1).isEmpty());
    }

    static String say(int numerator, int denominator, boolean moreThan, Words t) {
        String key = "assembly.part." + (moreThan ? "more-" : "") + numerator + "-" + denominator;
        return t.has(key)
                ? t.say(key)
                : t.say(moreThan ? "assembly.part.more" : "assembly.part.least", numerator + "/" + denominator);
    }

    static List<Option> options(Words t) {
        return USUAL.stream()
                .map(written -> {
                    Parts part = read(written);
                    return new Option(
                            written,
                            part == null
                                    ? written
                                    : t.capital(say(part.numerator(), part.denominator(), part.moreThan(), t)));
                })
                .toList();
    }
}
