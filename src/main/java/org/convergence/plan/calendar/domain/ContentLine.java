package org.convergence.plan.calendar.domain;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.convergence.platform.text.TextShortener;
import org.jspecify.annotations.Nullable;

/**
 * One line of a calendar: {@code DTSTART;TZID=America/Toronto:20261109T140000} (RFC 5545, 3.1).
 *
 * @param name in capitals
 * @param parameters by their names in capitals, without quotation marks
 */
record ContentLine(String name, Map<String, String> parameters, String value) {

    /**
     * Reads a calendar line by line and unfolds its lines (RFC 5545, 3.1). A line is UTF-8, else Windows-1252; of a
     * very
     * long one (a picture, a page of text) only the beginning is read.
     */
    static final class ContentLineReader {

        private static final int LONGEST = 16_384;
        private static final Charset WINDOWS = Charset.forName("windows-1252");

        private final InputStream source;
        private final byte[] line = new byte[LONGEST];
        private int ahead = NOTHING;

        private static final int NOTHING = -2;

        ContentLineReader(InputStream source) {
            this.source = new BufferedInputStream(source, 1 << 16);
        }

        /** The next line; {@code null} at the end. */
        @Nullable
        String next() throws IOException {
            int length = 0;
            boolean any = false;
            for (int c = read(); c >= 0; c = read()) {
                any = true;
                if (c == '\n' || c == '\r') {
                    if (c == '\r') {
                        skipNewline();
                    }
                    ahead = source.read();
                    if (ahead != ' ' && ahead != '\t') {
                        return text(length);
                    }
                    ahead = NOTHING;
                } else if (length < LONGEST) {
                    line[length++] = (byte) c;
                }
            }
            return any ? text(length) : null;
        }

        private void skipNewline() throws IOException {
            source.mark(1);
            if (source.read() != '\n') {
                source.reset();
            }
        }

        private int read() throws IOException {
            int c = ahead == NOTHING ? source.read() : ahead;
            ahead = NOTHING;
            return c;
        }

        private String text(int length) {
            try {
                // A cut line may end in the middle of a character.
                return length == LONGEST
                        ? new String(line, 0, length, StandardCharsets.UTF_8)
                        : StandardCharsets.UTF_8
                                .newDecoder()
                                .decode(ByteBuffer.wrap(line, 0, length))
                                .toString();
            } catch (CharacterCodingException e) {
                return new String(line, 0, length, WINDOWS);
            }
        }
    }

    /** Parses a line; empty if it is invalid. */
    static Optional<ContentLine> parse(String line) {
        int colon = outsideQuotes(line, ':', 0);
        if (colon < 1) {
            return Optional.empty();
        }
        int semicolon = outsideQuotes(line, ';', 0);
        int end = semicolon < 0 || semicolon > colon ? colon : semicolon;
        Map<String, String> parameters = end == colon ? Map.of() : new HashMap<>();
        for (int from = end; from < colon; ) {
            int next = outsideQuotes(line, ';', from + 1);
            int to = next < 0 || next > colon ? colon : next;
            String parameter = line.substring(from + 1, to);
            int equals = parameter.indexOf('=');
            if (equals > 0) {
                parameters.put(
                        capitals(parameter.substring(0, equals)),
                        parameter.substring(equals + 1).replace("\"", ""));
            }
            from = to;
        }
        return Optional.of(new ContentLine(capitals(line.substring(0, end)), parameters, line.substring(colon + 1)));
    }

    boolean hasValue(String name, String value) {
        return this.name.equals(name) && this.value.strip().equalsIgnoreCase(value);
    }

    /** The value as plain text on one line, cut if it is too long. */
    String plainText(int most) {
        String text = value.replaceAll("\\\\[nN]", " ")
                .replaceAll("\\\\(.)", "$1")
                .replaceAll("[\\p{Cntrl}\\p{Z}\\s]+", " ")
                .strip();
        return TextShortener.shorten(text, most);
    }

    private static String capitals(String text) {
        return text.strip().toUpperCase(Locale.ROOT);
    }

    private static int outsideQuotes(String line, char wanted, int from) {
        boolean quoted = false;
        for (int i = from; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == wanted && !quoted) {
                return i;
            }
        }
        return -1;
    }
}
