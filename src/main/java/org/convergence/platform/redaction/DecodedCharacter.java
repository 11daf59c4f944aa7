package org.convergence.platform.redaction;

import java.nio.charset.Charset;
import java.util.Map;
import org.springframework.web.util.HtmlUtils;

/**
 * Decodes one character of a text: percent-encoding, quoted-printable, HTML entities, JSON escapes, and UTF-8 misread
 * as Windows-1252.
 *
 * @param codePoint the character, {@link #NONE} if there is none to read
 * @param end where the next one begins
 */
record DecodedCharacter(int codePoint, int end) {

    static final int NONE = -1;

    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final int LONGEST_ENTITY = 20;
    private static final int LONGEST_NUMBER = 40;

    /** Signs with names of HTML 5, which older software does not know. */
    private static final Map<String, Integer> SIGNS = Map.ofEntries(
            Map.entry("apos", (int) '\''),
            Map.entry("hyphen", 0x2010),
            Map.entry("dash", 0x2010),
            Map.entry("commat", (int) '@'),
            Map.entry("period", (int) '.'),
            Map.entry("lowbar", (int) '_'),
            Map.entry("Tab", (int) '\t'),
            Map.entry("NewLine", (int) '\n'),
            Map.entry("ThinSpace", 0x2009),
            Map.entry("VeryThinSpace", 0x200a),
            Map.entry("MediumSpace", 0x205f),
            Map.entry("NonBreakingSpace", 0xa0),
            Map.entry("ZeroWidthSpace", 0x200b),
            Map.entry("NoBreak", 0x2060));

    /** The lengths of the names of letters: {@code eth} to {@code eacute}. */
    private static final int SHORTEST_LETTER = 3;

    private static final int LONGEST_LETTER = 6;

    /** Decodes the character at a position. */
    static DecodedCharacter at(CharSequence text, int at, boolean escapes) {
        char first = text.charAt(at);
        return switch (first) {
            case '%' -> percent(text, at);
            case '=' -> quotedPrintable(text, at);
            case '&' -> entity(text, at);
            case '\\' -> escape(text, at, escapes);
            case '\u00c2', '\u00c3' -> misread(text, at, 1);
            case '\u00e2' -> misread(text, at, 2);
            default -> {
                int codePoint = Character.codePointAt(text, at);
                yield new DecodedCharacter(codePoint, at + Character.charCount(codePoint));
            }
        };
    }

    private static DecodedCharacter plain(CharSequence text, int at) {
        return new DecodedCharacter(text.charAt(at), at + 1);
    }

    /** Percent-encoding, also that of old scripts: {@code %u00E9}. */
    private static DecodedCharacter percent(CharSequence text, int at) {
        int codePoint = at + 1 < text.length() && text.charAt(at + 1) == 'u' ? hex(text, at + 2, 4) : -1;
        return codePoint < 0 ? bytes(text, at, '%') : new DecodedCharacter(codePoint, at + 6);
    }

    /** UTF-8, or else Latin-1, each byte as two hexadecimal figures after a mark. */
    private static DecodedCharacter bytes(CharSequence text, int at, char mark) {
        int lead = octet(text, at, mark);
        if (lead < 0) {
            return plain(text, at);
        }
        int next = after(text, at, mark);
        int more = lead >= 0xf0 ? 3 : lead >= 0xe0 ? 2 : lead >= 0xc0 ? 1 : 0;
        int codePoint = more == 0 ? lead : lead & (0x3f >> more);
        int from = next;
        for (int i = 0; i < more; i++) {
            int octet = octet(text, from, mark);
            if (octet < 0x80 || octet > 0xbf) {
                return new DecodedCharacter(lead, next);
            }
            codePoint = (codePoint << 6) | (octet & 0x3f);
            from = after(text, from, mark);
        }
        return Character.isValidCodePoint(codePoint)
                ? new DecodedCharacter(codePoint, from)
                : new DecodedCharacter(lead, next);
    }

    private static DecodedCharacter quotedPrintable(CharSequence text, int at) {
        int next = pastLineEnd(text, at);
        if (next > at) {
            return new DecodedCharacter(NONE, next);
        }
        DecodedCharacter read = bytes(text, at, '=');
        // A single byte is as often the beginning of a word after an equals sign.
        boolean several = read.end() > at + 3;
        boolean mark = read.codePoint() < 0x80 && !Character.isLetterOrDigit(read.codePoint());
        boolean latin = read.codePoint() >= 0xc0
                && read.end() == at + 3
                && Character.isUpperCase(text.charAt(at + 1))
                && !Character.isLowerCase(text.charAt(at + 2))
                && (isLowerCase(text, read.end())
                        || (isLowerCase(text, at - 1) && isLowerCase(text, at - 2) && !isWord(text, read.end())));
        boolean inRun = read.codePoint() >= 'A'
                && (octet(text, at + 3, '=') >= 0 || (at >= 3 && octet(text, at - 3, '=') >= 0));
        return several || mark || latin || inRun ? read : plain(text, at);
    }

    private static boolean isLowerCase(CharSequence text, int at) {
        return at >= 0 && at < text.length() && Character.isLowerCase(text.charAt(at));
    }

    private static boolean isWord(CharSequence text, int at) {
        return at < text.length() && Character.isLetterOrDigit(text.charAt(at));
    }

    /** Where a line goes on that an equals sign has cut; the same position if there is none. */
    private static int pastLineEnd(CharSequence text, int at) {
        int feed = past(text, at + 1, '\r', 'r');
        int next = past(text, feed, '\n', 'n');
        return next > feed && text.charAt(at) == '=' ? next : at;
    }

    /** The position after a sign, or after its escape in JSON; the same position if there is none. */
    private static int past(CharSequence text, int at, char sign, char escaped) {
        if (at < text.length() && text.charAt(at) == sign) {
            return at + 1;
        }
        boolean escape = at + 1 < text.length() && text.charAt(at) == '\\' && text.charAt(at + 1) == escaped;
        return escape ? at + 2 : at;
    }

    /** Skips repeated encoding: %25 is itself a percent sign. A line may be cut between the bytes of one character. */
    private static int figures(CharSequence text, int start, char mark) {
        int at = mark == '=' ? pastLineEnd(text, start) : start;
        if (at >= text.length() || text.charAt(at) != mark) {
            return -1;
        }
        int from = at + 1;
        while (mark == '%'
                && from + 3 < text.length()
                && text.charAt(from) == '2'
                && text.charAt(from + 1) == '5'
                && hex(text, from + 2, 2) >= 0) {
            from += 2;
        }
        return from;
    }

    private static int octet(CharSequence text, int at, char mark) {
        int from = figures(text, at, mark);
        return from < 0 ? -1 : hex(text, from, 2);
    }

    private static int after(CharSequence text, int at, char mark) {
        return figures(text, at, mark) + 2;
    }

    private static int hex(CharSequence text, int from, int figures) {
        if (from + figures > text.length()) {
            return -1;
        }
        int value = 0;
        for (int i = from; i < from + figures; i++) {
            int figure = Character.digit(text.charAt(i), 16);
            if (figure < 0) {
                return -1;
            }
            value = (value << 4) | figure;
        }
        return value;
    }

    private static DecodedCharacter entity(CharSequence text, int at) {
        int from = at + 1;
        while (from + 4 <= text.length()
                && text.subSequence(from, from + 4).toString().equals("amp;")) {
            from += 4;
        }
        if (from < text.length() && text.charAt(from) == '#') {
            return numericEntity(text, at, from + 1);
        }
        int end = from;
        while (end < Math.min(text.length(), from + LONGEST_ENTITY) && Character.isLetterOrDigit(text.charAt(end))) {
            end++;
        }
        if (end > from && end < text.length() && text.charAt(end) == ';') {
            int codePoint = namedEntity(text, from, end);
            if (codePoint != NONE) {
                return new DecodedCharacter(codePoint, end + 1);
            }
        }
        // As in a browser, letters need no semicolon.
        for (int cut = Math.min(end, from + LONGEST_LETTER); cut >= from + SHORTEST_LETTER; cut--) {
            int codePoint = namedEntity(text, from, cut);
            if (codePoint != NONE && Character.isLetter(codePoint)) {
                return new DecodedCharacter(codePoint, cut);
            }
        }
        return from > at + 1 ? new DecodedCharacter('&', from) : plain(text, at);
    }

    private static int namedEntity(CharSequence text, int from, int end) {
        Integer sign = SIGNS.get(text.subSequence(from, end).toString());
        if (sign != null) {
            return sign;
        }
        String read = HtmlUtils.htmlUnescape("&" + text.subSequence(from, end) + ";");
        return read.codePointCount(0, read.length()) == 1 ? read.codePointAt(0) : NONE;
    }

    private static DecodedCharacter numericEntity(CharSequence text, int at, int from) {
        boolean hexadecimal = from < text.length() && (text.charAt(from) | 0x20) == 'x';
        int radix = hexadecimal ? 16 : 10;
        int start = hexadecimal ? from + 1 : from;
        int end = start;
        int codePoint = 0;
        while (end < text.length() && end - start < LONGEST_NUMBER && Character.digit(text.charAt(end), radix) >= 0) {
            codePoint = Math.min(
                    Character.MAX_CODE_POINT + 1, codePoint * radix + Character.digit(text.charAt(end), radix));
            end++;
        }
        if (end == start || !Character.isValidCodePoint(codePoint)) {
            return plain(text, at);
        }
        return new DecodedCharacter(codePoint, end < text.length() && text.charAt(end) == ';' ? end + 1 : end);
    }

    /** A backslash of Markdown or of an escaped text is dropped. */
    private static DecodedCharacter escape(CharSequence text, int at, boolean escapes) {
        char next = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
        if (next == 'u') {
            int codePoint = hex(text, at + 2, 4);
            if (codePoint >= 0) {
                return new DecodedCharacter(codePoint, at + 6);
            }
            int end = at + 3;
            while (end < Math.min(text.length(), at + 9) && text.charAt(end) != '}') {
                end++;
            }
            codePoint = text.charAt(Math.min(at + 2, text.length() - 1)) == '{' ? hex(text, at + 3, end - at - 3) : -1;
            if (end > at + 3 && end < text.length() && Character.isValidCodePoint(codePoint)) {
                return new DecodedCharacter(codePoint, end + 1);
            }
        }
        if (next == 'x' && hex(text, at + 2, 2) >= 0) {
            return new DecodedCharacter(hex(text, at + 2, 2), at + 4);
        }
        if (escapes && (next == 'n' || next == 'r')) {
            return new DecodedCharacter('\n', at + 2);
        }
        if (escapes && next == 't') {
            return new DecodedCharacter('\t', at + 2);
        }
        if (escapes && (next == 'f' || next == 'b')) {
            return new DecodedCharacter(' ', at + 2);
        }
        return new DecodedCharacter(NONE, at + 1);
    }

    private static DecodedCharacter misread(CharSequence text, int at, int more) {
        int codePoint = text.charAt(at) & (0x3f >> more);
        for (int i = at + 1; i <= at + more; i++) {
            int octet =
                    i < text.length() ? text.subSequence(i, i + 1).toString().getBytes(WINDOWS)[0] & 0xff : 0;
            if (octet < 0x80 || octet > 0xbf) {
                return plain(text, at);
            }
            codePoint = (codePoint << 6) | (octet & 0x3f);
        }
        return new DecodedCharacter(codePoint, at + 1 + more);
    }
}
