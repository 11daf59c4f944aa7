package org.convergence.directory.people.web;

import java.util.UUID;
import org.convergence.platform.text.TextParser;
import org.jspecify.annotations.Nullable;

/** Reads the parameters of a list's address, ignoring invalid ones. */
final class ListParameters {

    private static final int LONGEST = 200;

    private ListParameters() {}

    static String words(String text) {
        String plain = text.replace("\u0000", "").strip();
        return plain.length() > LONGEST ? plain.substring(0, LONGEST) : plain;
    }

    static @Nullable UUID id(String text) {
        return TextParser.id(text).orElse(null);
    }

    static <E extends Enum<E>> @Nullable E choice(String text, Class<E> among) {
        for (E one : among.getEnumConstants()) {
            if (one.name().equals(text)) {
                return one;
            }
        }
        return null;
    }
}
