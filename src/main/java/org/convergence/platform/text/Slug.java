package org.convergence.platform.text;

import java.util.regex.Pattern;

/** Turns a name into text for an address or a file name: lowercase letters, figures and dashes. */
public final class Slug {

    private static final int LONGEST = 80;
    private static final Pattern OTHERS = Pattern.compile("[^a-z0-9]+");
    private static final Pattern ENDS = Pattern.compile("^-+|-+$");

    private Slug() {}

    /** At most 80 characters, cut between words where that is possible; {@code "x"} if nothing is left of the text. */
    public static String of(String text) {
        String slug = trim(OTHERS.matcher(TextNormalizer.fold(text)).replaceAll("-"));
        if (slug.length() > LONGEST) {
            int cut = slug.lastIndexOf('-', LONGEST);
            slug = slug.substring(0, cut > LONGEST / 2 ? cut : LONGEST);
        }
        return slug.isEmpty() ? "x" : trim(slug);
    }

    private static String trim(String slug) {
        return ENDS.matcher(slug).replaceAll("");
    }
}
