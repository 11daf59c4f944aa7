package org.convergence.directory.protection.domain;

import org.convergence.platform.database.Json;
import org.convergence.platform.redaction.Mention;
import tools.jackson.core.JacksonException;

/** Formats a mention with the words around it; of a JSON column, only the value that contains the mention is shown. */
final class MentionContextFormatter {

    private MentionContextFormatter() {}

    static Mention.MarkedWords format(Mention mention, String text) {
        if (!isJson(text)) {
            return mention.around(text);
        }
        int from = mention.from();
        int to = mention.to();
        while (from > 0 && !isQuote(text, from - 1)) {
            from--;
        }
        while (to < text.length() && !isQuote(text, to)) {
            to++;
        }
        String before = unescape(text.substring(from, mention.from()));
        String found = unescape(text.substring(mention.from(), mention.to()));
        String value = before + found + unescape(text.substring(mention.to(), to));
        return new Mention(mention.kind(), before.length(), before.length() + found.length(), mention.context())
                .around(value);
    }

    private static boolean isJson(String text) {
        if (!text.startsWith("{") && !text.startsWith("[")) {
            return false;
        }
        try {
            Json.parse(text);
            return true;
        } catch (JacksonException plainText) {
            return false;
        }
    }

    private static boolean isQuote(String text, int at) {
        if (text.charAt(at) != '"') {
            return false;
        }
        int slashes = 0;
        while (at - slashes > 0 && text.charAt(at - slashes - 1) == '\\') {
            slashes++;
        }
        return slashes % 2 == 0;
    }

    /** A name in two values contains quotes, which stay as they are. */
    private static String unescape(String part) {
        try {
            return Json.parse('"' + part + '"').as(String.class);
        } catch (JacksonException severalValues) {
            return part;
        }
    }
}
