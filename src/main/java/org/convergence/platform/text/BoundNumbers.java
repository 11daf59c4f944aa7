package org.convergence.platform.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Keeps a number and the word after it on one line: “43 organisations”, “8 mars”, “1 250 $”, “July 14”. */
public final class BoundNumbers {

    /** A year has no noun: in “1er octobre 2025 au 31 mai” it stays with its month. */
    private static final Pattern SPACE_AFTER_NUMBER = Pattern.compile("(?<![\\p{L}\\d.,:/-])(?!(?:19|20)\\d{2} )"
            + "(\\d+(?:[.,:\u00a0\u202f]\\d+)*(?:er|re|e)?) (?=[\\p{L}$€%]|\\d{3}\\b)");

    /** “July 14”: the year may begin a line. */
    private static final Pattern SPACE_AFTER_MONTH = Pattern.compile(
            "\\b(January|February|March|April|May|June|July|August|September|October|November|December) "
                    + "(?=\\d{1,2}\\b)");

    private BoundNumbers() {}

    /** The text with no-break spaces after its numbers; as many characters. */
    public static String bind(String text) {
        String bound = SPACE_AFTER_NUMBER.matcher(text).replaceAll("$1\u00a0");
        return SPACE_AFTER_MONTH.matcher(bound).replaceAll("$1\u00a0");
    }

    /** The text in parts, of which some stay on one line. */
    public static List<TextPart> parts(String text) {
        List<TextPart> parts = new ArrayList<>();
        String bound = bind(text);
        int from = 0;
        for (int at = 0; at < text.length(); ) {
            int space = bound.indexOf(' ', at);
            int end = space < 0 ? text.length() : space;
            if (!bound.substring(at, end).equals(text.substring(at, end))) {
                if (at > from) {
                    parts.add(new TextPart(text.substring(from, at), false));
                }
                parts.add(new TextPart(text.substring(at, end), true));
                from = end;
            }
            at = end + 1;
        }
        if (from < text.length()) {
            parts.add(new TextPart(text.substring(from), false));
        }
        return parts;
    }

    /**
     * A part of a text.
     *
     * @param unbroken whether it stays on one line
     */
    public record TextPart(String text, boolean unbroken) {}
}
