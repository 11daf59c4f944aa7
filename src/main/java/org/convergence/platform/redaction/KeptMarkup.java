package org.convergence.platform.redaction;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What stays of the characters within a replaced name, so that columns and markup stay valid. */
final class KeptMarkup {

    /** Marks of emphasis; an underscore between two letters separates words, as in names of files. */
    private static final String MARKS = "[*`]+|~~|_(?![\\p{L}\\p{N}])|(?<![\\p{L}\\p{N}])_";

    /** Separates two cells of a line, or two fields of a record; also within JSON in a text. */
    private static final String CELLS = "\\\\*\"?\\s*[,;|\\t]\\s*(?:\\\\*\"[\\w.-]{1,40}\\\\*\"\\s*:\\s*)?\\\\*\"?";

    private static final Pattern KEPT = Pattern.compile("<[^<>]*>|" + MARKS + "|" + CELLS);
    private static final Pattern ENTITY = Pattern.compile("&(?:amp;)*#?\\w{1,40};");
    private static final Pattern EMPHASIS = Pattern.compile("[*`]+|~~|_");

    private KeptMarkup() {}

    static boolean isEmphasis(String kept) {
        return EMPHASIS.matcher(kept).matches();
    }

    /** Tags and separators of cells. Emphasis that begins and ends within the name is dropped with it. */
    static List<String> find(String text, NameSpan name) {
        boolean row = isRow(text, name);
        List<String> kept = new ArrayList<>();
        Matcher matcher = KEPT.matcher(
                ENTITY.matcher(text.substring(name.from(), name.to())).replaceAll(""));
        while (matcher.find()) {
            String each = matcher.group();
            if (isEmphasis(each)) {
                if (!kept.remove(each)) {
                    kept.add(each);
                }
            } else if (each.charAt(0) == '<' || each.matches("(?s).*[;|\t\"].*") || (row && each.equals(","))) {
                kept.add(each);
            }
        }
        return kept;
    }

    /** Whether the name fills cells of a row of comma-separated values. */
    private static boolean isRow(String text, NameSpan name) {
        String before = name.from() == 0 ? "\n" : text.substring(name.from() - 1, name.from());
        String after = text.substring(name.to(), Math.min(text.length(), name.to() + 2));
        return (before.equals(",") || after.startsWith(","))
                && before.matches("[\n,]")
                && after.matches("(?s)|[\r\n].*|,(?!\\s).*");
    }
}
