package org.convergence.platform.shell;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.convergence.platform.text.TextParser;
import org.jspecify.annotations.Nullable;

/**
 * A sentence shown once at the top of the page after an action. It travels in a short-lived cookie, so it holds a
 * message key and its arguments; the text is formatted, and escaped, when it is shown.
 *
 * @param key message of the module
 * @param arguments text (cut at 200 characters), numbers, dates
 * @param undo address of this site to which a POST undoes the action
 */
public record Notice(
        Tone tone,
        String key,
        List<Object> arguments,
        @Nullable String undo) {

    private static final String BETWEEN = "\u001f";

    /** The notice as a cookie's value. */
    public String toCookie() {
        List<String> parts = new ArrayList<>(List.of(tone.name(), key, undo == null ? "" : undo));
        for (Object argument : arguments) {
            parts.add(write(argument));
        }
        byte[] bytes = String.join(BETWEEN, parts).getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** The notice in a cookie; empty if the value was not written by us. */
    public static Optional<Notice> fromCookie(String value) {
        try {
            String[] parts =
                    new String(Base64.getUrlDecoder().decode(value), StandardCharsets.UTF_8).split(BETWEEN, -1);
            String undo = parts[2];
            if (!parts[1].matches("[a-z][A-Za-z0-9._-]{0,99}") || !(undo.isEmpty() || SeeOther.isLocal(undo))) {
                return Optional.empty();
            }
            List<Object> arguments = new ArrayList<>();
            for (int i = 3; i < parts.length; i++) {
                arguments.add(read(parts[i]));
            }
            return Optional.of(new Notice(
                    TextParser.constant(parts[0], Tone.class).orElseThrow(),
                    parts[1],
                    arguments,
                    undo.isEmpty() ? null : undo));
        } catch (RuntimeException notOurs) {
            return Optional.empty();
        }
    }

    /** Takes the notice from the request and deletes its cookie, so that it is shown once. */
    public static Optional<Notice> take(HttpServletRequest request, HttpServletResponse response) {
        return NoticeCookie.take(request, response);
    }

    private static String write(Object argument) {
        if (argument instanceof Number number) {
            return "n" + new BigDecimal(number.toString()).toPlainString();
        }
        if (argument instanceof LocalDate date) {
            return "d" + date;
        }
        String text = argument.toString().replace(BETWEEN, " ");
        return "t" + (text.length() > 200 ? text.substring(0, 199) + "…" : text);
    }

    private static Object read(String part) {
        String rest = part.substring(1);
        return switch (part.charAt(0)) {
            case 'n' -> TextParser.number(rest).orElseThrow();
            case 'd' -> TextParser.date(rest).orElseThrow();
            default -> rest;
        };
    }
}
