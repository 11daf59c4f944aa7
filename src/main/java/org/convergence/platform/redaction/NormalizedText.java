package org.convergence.platform.redaction;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A text normalized for comparison: small letters without accents, figures, one kind of blank, hyphen and apostrophe,
 * without markup and invisible characters; each with its position in the source. Built in one pass.
 */
final class NormalizedText {

    private static final Set<String> BLOCKS = Set.of("""
            p div br hr li dt dd td th caption h1 h2 h3 h4 h5 h6 pre blockquote section article header footer main
            aside nav address figure figcaption fieldset legend details summary form label select option button
            w:p w:tab w:br w:tc text:p text:h text:s text:tab
            text:line-break table:table-cell a:p c
            """.strip().split("\\s+"));

    /** Rows of a table, and strings that many cells of a workbook share: a name never continues beyond one. */
    private static final Set<String> ROWS = Set.of("tr", "w:tr", "a:tr", "table:table-row", "row", "si");

    private static final Pattern FILE_NAME = Pattern.compile("[^\\n\\r<>\"]+\\.[A-Za-z][A-Za-z0-9]{1,4}");
    /** Where a line of a calendar goes on, and where one encoded word of a mail's header continues another. */
    private static final Pattern CALENDAR_FOLD = Pattern.compile("\\r?\\n[ \\t]");

    private static final Pattern ENCODED_WORDS =
            Pattern.compile("\\?=\\s{1,10}=\\?[\\w-]{1,40}\\?q\\?", Pattern.CASE_INSENSITIVE);

    static final char ROW_END = '\u001e';
    private static final int LONGEST_FILE_NAME = 255;
    private static final int SHORTEST_ENDING = 2;
    private static final int LONGEST_ENDING = 5;

    private final String text;
    private char[] letters;
    private int[] from;
    private int[] to;
    private boolean[] capital;
    private int length;
    private boolean foreign;

    /** All letters, once they were asked for. */
    private @Nullable String joined;

    /** An empty reading of a source, to be filled. */
    NormalizedText(String text) {
        this.text = text;
        int room = Math.max(16, text.length() + text.length() / 8);
        letters = new char[room];
        from = new int[room];
        to = new int[room];
        capital = new boolean[room];
    }

    /** A text in which tags are markup, and {@code \n} is the end of a line. */
    static NormalizedText ofMarkup(String text) {
        var read = new NormalizedText(text);
        read.read(true);
        return read;
    }

    /** A text in which tags are text, and {@code \n} is an n after a backslash. */
    static NormalizedText ofLiteral(String text) {
        var read = new NormalizedText(text);
        read.read(false);
        return read;
    }

    int length() {
        return length;
    }

    char at(int unit) {
        return letters[unit];
    }

    boolean isWord(int unit) {
        return unit >= 0 && unit < length && Character.isLetterOrDigit(letters[unit]);
    }

    /** Whether the character at a position is this letter; false outside of the text. */
    boolean hasLetterAt(int unit, char letter) {
        return unit >= 0 && unit < length && letters[unit] == letter;
    }

    /** The number of figures. */
    int figures() {
        int figures = 0;
        for (int i = 0; i < length; i++) {
            figures += Character.isDigit(letters[i]) ? 1 : 0;
        }
        return figures;
    }

    /** Whether the whole text is the name of a file, such as "notes penaloza.csv". */
    boolean isFileName() {
        return text.length() <= LONGEST_FILE_NAME
                && hasEnding()
                && FILE_NAME.matcher(text).matches();
    }

    /** Whether it may be the name of a file: the pattern alone goes through a text at every point. */
    private boolean hasEnding() {
        int ending = text.length() - 1 - text.lastIndexOf('.');
        return ending >= SHORTEST_ENDING && ending <= LONGEST_ENDING;
    }

    /** Whether it has letters besides a to z. */
    boolean isForeign() {
        return foreign;
    }

    boolean isCapital(int unit) {
        return capital[unit];
    }

    /** Where a character begins in the source. */
    int from(int unit) {
        return from[unit];
    }

    /** Where a character ends in the source, with the accents and invisible characters that follow it. */
    int to(int unit) {
        return to[unit];
    }

    String source() {
        return text;
    }

    @Override
    public String toString() {
        if (joined == null || joined.length() != length) {
            joined = new String(letters, 0, length);
        }
        return joined;
    }

    String between(int start, int end) {
        return new String(letters, start, end - start);
    }

    private void read(boolean markup) {
        Matcher fold = CALENDAR_FOLD.matcher(text);
        Matcher words = ENCODED_WORDS.matcher(text);
        boolean isCalendar = text.contains("BEGIN:VC");
        int at = 0;
        while (at < text.length()) {
            char next = text.charAt(at);
            if (next == ' ' || (next >= 'a' && next <= 'z') || (next >= '0' && next <= '9')) {
                add(next, at, at + 1, false);
                at++;
            } else if (next == '<' && markup && tagEnd(at) > 0) {
                int end = tagEnd(at);
                String tag = tagName(at);
                if (BLOCKS.contains(tag)) {
                    add('\n', at, end, false);
                } else if (ROWS.contains(tag)) {
                    add(ROW_END, at, end, false);
                }
                at = end;
            } else if (isCalendar && (next == '\r' || next == '\n') && isAt(fold, at)) {
                at = fold.end();
            } else if (next == '?' && isAt(words, at)) {
                at = words.end();
            } else if (next == '*' || next == '`' || text.startsWith("~~", at)) {
                at += next == '~' ? 2 : 1;
            } else {
                DecodedCharacter read = DecodedCharacter.at(text, at, markup);
                add(read.codePoint(), at, read.end());
                at = read.end();
            }
        }
    }

    private static boolean isAt(Matcher matcher, int at) {
        return matcher.region(at, matcher.regionEnd()).lookingAt();
    }

    private int tagEnd(int at) {
        char next = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
        if (next != '/' && next != '!' && next != '?' && !Character.isLetter(next)) {
            return -1;
        }
        for (int end = at + 1; end < text.length(); end++) {
            char each = text.charAt(end);
            if (each == '>') {
                return end + 1;
            }
            if (each == '<') {
                return -1;
            }
        }
        return -1;
    }

    private String tagName(int at) {
        int start = text.charAt(at + 1) == '/' ? at + 2 : at + 1;
        int end = start;
        while (end < text.length() && end - start < 20 && ">/ \t\r\n".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return text.substring(start, end).toLowerCase(Locale.ROOT);
    }

    private void add(int codePoint, int start, int end) {
        if (codePoint == DecodedCharacter.NONE) {
            return;
        }
        int type = Character.getType(codePoint);
        if (type == Character.NON_SPACING_MARK
                || type == Character.ENCLOSING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.FORMAT
                || codePoint == 0x034f) {
            if (length > 0 && to[length - 1] == start) {
                to[length - 1] = end;
            }
            return;
        }
        String folded = FoldedCharacter.of(codePoint);
        boolean upper = Character.isUpperCase(codePoint) || Character.isTitleCase(codePoint);
        for (int i = 0; i < folded.length(); i++) {
            char letter = folded.charAt(i);
            foreign |= letter > 'z' && Character.isLetter(letter);
            add(letter, start, end, upper);
        }
    }

    void add(char letter, int start, int end, boolean upper) {
        if (length == letters.length) {
            int room = length * 2;
            letters = Arrays.copyOf(letters, room);
            from = Arrays.copyOf(from, room);
            to = Arrays.copyOf(to, room);
            capital = Arrays.copyOf(capital, room);
        }
        letters[length] = letter;
        from[length] = start;
        to[length] = end;
        capital[length] = upper;
        length++;
    }
}
