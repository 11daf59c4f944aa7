package org.convergence.directory.representative.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.convergence.directory.representative.Correctable.Input;
import org.convergence.platform.text.Words;

/** What stands in a field or is proposed for it, as its reader writes days and numbers. */
final class ValueSaying {

    private ValueSaying() {}

    static String say(Input input, String value, Words t) {
        return switch (input) {
            case DAY -> day(value, t);
            case COUNT -> value.matches("[0-9]{1,9}") ? t.number(Long.parseLong(value)) : value;
            default -> value;
        };
    }

    private static String day(String value, Words t) {
        try {
            return t.date(LocalDate.parse(value));
        } catch (DateTimeParseException noDay) {
            return value;
        }
    }
}
