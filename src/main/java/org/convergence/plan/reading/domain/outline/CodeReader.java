package org.convergence.plan.reading.domain.outline;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.convergence.plan.reading.domain.outline.LineMark.LineMarkKind;
import org.convergence.platform.text.TextParser;
import org.jspecify.annotations.Nullable;

/** The numbers and letters that announce the lines of a plan: 1, 1.1, I., A., a), (b), 2°. */
final class CodeReader {

    private static final int LOOKED_AT = 60;
    private static final String AFTER = "(?<sep>[.)]\\s*[-–—:]|[.):°]|\\s*[-–—:](?=\\s|$)|\\s*[–—])";

    /** Several parts: 1.1, 1.2.3, A.1, 1.a, I.2; separated by full stops, with or without punctuation at the end. */
    private static final Pattern COMPOSITE = Pattern.compile(
            "\\(?(?<code>(?:[A-Z]{1,3}\\d{1,2}|[A-Z]|[IVX]{1,5}|\\d{1,2})(?:\\.\\d{1,2}){1,4}(?:\\.?[a-z])?"
                    + "|\\d{1,2}\\.[A-Za-z]|[A-Z]{1,3}\\d{1,2}|[IVX]{1,5}\\.[A-Z])(?![\\p{L}\\d%$,])\\.?"
                    + AFTER + "?");

    private static final Pattern SIMPLE = Pattern.compile(
            "(?:\\((?<inside>\\d{1,2}|[ivxIVX]{1,5}|[a-zA-Z])\\)|(?<code>\\d{1,2}|[ivxIVX]{1,5}|[a-zA-Z])" + AFTER
                    + ")");

    private static final List<String> ROMAN = List.of(
            "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv", "xvi",
            "xvii", "xviii", "xix", "xx");

    private CodeReader() {}

    /** The number at the beginning of a line, or null. Its series decides later what a letter means. */
    static @Nullable LineMark read(String text) {
        String head = text.length() > LOOKED_AT ? text.substring(0, LOOKED_AT) : text;
        Matcher composite = COMPOSITE.matcher(head);
        if (composite.lookingAt() && endsWell(text, composite.end(), true)) {
            String code = composite.group("code");
            boolean lettersOnlyInFront = code.matches("[A-Z]{1,3}\\d{1,2}");
            if (!lettersOnlyInFront || composite.group("sep") != null) {
                return composite(text.substring(0, composite.end()), code);
            }
        }
        Matcher simple = SIMPLE.matcher(head);
        if (simple.lookingAt() && endsWell(text, simple.end(), false)) {
            boolean inside = simple.group("inside") != null;
            String code = inside ? simple.group("inside") : simple.group("code");
            String shape = inside ? "()" : simple.group("sep").strip().substring(0, 1);
            return simple(
                    text.substring(0, simple.end()),
                    code,
                    shape.replace('–', '-').replace('—', '-'));
        }
        return null;
    }

    /** White space or the end must follow, or a capital after a full stop or bracket. */
    private static boolean endsWell(String text, int end, boolean composite) {
        if (end >= text.length()
                || Character.isWhitespace(text.charAt(end))
                || Character.isSpaceChar(text.charAt(end))) {
            return true;
        }
        boolean letterBefore = Character.isLetter(text.charAt(0)) && !composite;
        return !Character.isLetterOrDigit(text.charAt(end - 1))
                && Character.isUpperCase(text.charAt(end))
                && !letterBefore;
    }

    private static LineMark composite(String written, String code) {
        String[] parts = code.split("\\.", -1);
        int depth = parts.length;
        if (depth > 1 && parts[depth - 1].matches("0+")) {
            depth--;
        }
        String shape = depth > 1 ? "N:" + depth : "N:L1";
        return new LineMark(LineMarkKind.NUMBER, written, code, shape, depth, ordinal(code), null);
    }

    private static LineMark simple(String written, String code, String shape) {
        char first = code.charAt(0);
        String family = Character.isDigit(first) ? "1" : ROMAN.contains(code.toLowerCase(Locale.ROOT)) ? "i" : "a";
        boolean small = Character.isLowerCase(first);
        String key = (small ? "n:" : "N:") + family + shape;
        return new LineMark(LineMarkKind.NUMBER, written, code, key, 1, ordinal(code), null);
    }

    /**
     * The place of a code in its series: 3 for 3, 1.3, C and III. A letter that is also a Roman number counts as Roman.
     */
    static int ordinal(String code) {
        String last = code.substring(code.lastIndexOf('.') + 1).replaceFirst("^[A-Z]+(?=\\d)", "");
        if (!last.isEmpty() && Character.isDigit(last.charAt(0))) {
            int end = 0;
            while (end < last.length() && Character.isDigit(last.charAt(end))) {
                end++;
            }
            return TextParser.wholeNumber(last.substring(0, end)).orElse(0);
        }
        int roman = ROMAN.indexOf(last.toLowerCase(Locale.ROOT));
        return roman >= 0 ? roman + 1 : letter(last);
    }

    /** The place of a letter in the alphabet, or 0. */
    static int letter(String code) {
        if (code.length() != 1) {
            return 0;
        }
        int place = Character.toLowerCase(code.charAt(0)) - 'a' + 1;
        return place >= 1 && place <= 26 ? place : 0;
    }
}
