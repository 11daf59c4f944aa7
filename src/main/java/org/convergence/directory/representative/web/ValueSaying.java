package org.convergence.directory.representative.web;

import org.convergence.directory.representative.Correctable.Input;
import org.convergence.platform.text.TextParser;
import org.convergence.platform.text.Words;

/** Formats a present or proposed value, with days and numbers in the reader's language. */
final class ValueSaying {

    private ValueSaying() {}

    static String say(Input input, String value, Words t) {
        return switch (input) {
            case DAY -> TextParser.date(value).map(t::date).orElse(value);
            case COUNT -> TextParser.whole(value).map(t::number).orElse(value);
            default -> value;
        };
    }
}
