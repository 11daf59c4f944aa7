package org.convergence.outreach.assembly.domain;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;

/** Fractions in forms and sentences: « plus de la moitié », « les deux tiers », « 3/5 ». */
public record RequiredFraction(int numerator, int denominator, boolean moreThan) {

    private static final Pattern WRITTEN = Pattern.compile("(>?)([1-9][0-9]?)/([1-9][0-9]?)");

    /** The form value: {@code >1/2}. */
    public static String toFormValue(int numerator, int denominator, boolean moreThan) {
        return (moreThan ? ">" : "") + numerator + "/" + denominator;
    }

    /** Parses a form value; {@code null} if it is not a valid fraction. */
    public static @Nullable RequiredFraction parse(String written) {
        Matcher part = WRITTEN.matcher(written.strip());
        if (!part.matches()) {
            return null;
        }
        int numerator = Integer.parseInt(part.group(2));
        int denominator = Integer.parseInt(part.group(3));
        return numerator > denominator
                ? null
                : new RequiredFraction(numerator, denominator, !part.group(1).isEmpty());
    }

    /** « plus de la moitié ». */
    public static String format(int numerator, int denominator, boolean moreThan, Words t) {
        String key = "assembly.part." + (moreThan ? "more-" : "") + numerator + "-" + denominator;
        return t.has(key)
                ? t.say(key)
                : t.say(moreThan ? "assembly.part.more" : "assembly.part.least", numerator + "/" + denominator);
    }
}
