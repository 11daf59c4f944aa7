package org.convergence.plan.calendar.domain;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.convergence.platform.text.TextShortener;

/**
 * One line of a calendar: {@code DTSTART;TZID=America/Toronto:20261109T140000} (RFC 5545, 3.1).
 *
 * @param name in capitals
 * @param parameters by their names in capitals, without quotation marks
 */
record ContentLine(String name, Map<String, String> parameters, String value) {

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
