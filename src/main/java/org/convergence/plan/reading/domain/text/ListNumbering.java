package org.convergence.plan.reading.domain.text;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Counts the items of the lists of a Word file and writes their numbers as Word shows them. */
final class ListNumbering {

    /** How the items of one level of a list are numbered. */
    record ListLevel(int start, NumberStyle style, String pattern) {}

    enum NumberStyle {
        DECIMAL,
        UPPER_ROMAN,
        LOWER_ROMAN,
        UPPER_LETTER,
        LOWER_LETTER,
        BULLET,
        NONE;

        /** The style with this Word name. */
        static NumberStyle of(String name) {
            return switch (name) {
                case "upperRoman" -> UPPER_ROMAN;
                case "lowerRoman" -> LOWER_ROMAN;
                case "upperLetter" -> UPPER_LETTER;
                case "lowerLetter" -> LOWER_LETTER;
                case "bullet" -> BULLET;
                case "none" -> NONE;
                default -> DECIMAL;
            };
        }
    }

    private static final int LEVELS = 9;
    private static final String[] ROMAN = {"m", "cm", "d", "cd", "c", "xc", "l", "xl", "x", "ix", "v", "iv", "i"};
    private static final int[] ROMAN_VALUE = {1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1};

    private final Map<String, int[]> counts = new HashMap<>();

    /** Counts the next item of a list at a level (from 0) and writes its number; the pattern has %1 for level 1. */
    String next(String list, int depth, ListLevel[] levels) {
        int level = Math.min(depth, LEVELS - 1);
        int[] count = counts.computeIfAbsent(list, key -> new int[LEVELS]);
        count[level]++;
        for (int deeper = level + 1; deeper < LEVELS; deeper++) {
            count[deeper] = 0;
        }
        ListLevel own = levels[level];
        if (own.style() == NumberStyle.BULLET) {
            return own.pattern().isBlank() ? "•" : own.pattern().strip();
        }
        String text = own.pattern();
        for (int i = 0; i < LEVELS; i++) {
            if (text.contains("%" + (i + 1))) {
                int number = levels[i].start() + Math.max(0, count[i] - 1);
                text = text.replace("%" + (i + 1), format(number, levels[i].style()));
            }
        }
        return text.strip();
    }

    /** Restarts the numbering of a list. */
    void restart(String list) {
        counts.remove(list);
    }

    static String format(int number, NumberStyle style) {
        return switch (style) {
            case DECIMAL -> Integer.toString(number);
            case UPPER_ROMAN -> roman(number).toUpperCase(Locale.ROOT);
            case LOWER_ROMAN -> roman(number);
            case UPPER_LETTER -> letters(number).toUpperCase(Locale.ROOT);
            case LOWER_LETTER -> letters(number);
            case BULLET, NONE -> "";
        };
    }

    private static String roman(int number) {
        if (number <= 0 || number > 3999) {
            return Integer.toString(number);
        }
        StringBuilder out = new StringBuilder();
        int rest = number;
        for (int i = 0; i < ROMAN.length; i++) {
            while (rest >= ROMAN_VALUE[i]) {
                out.append(ROMAN[i]);
                rest -= ROMAN_VALUE[i];
            }
        }
        return out.toString();
    }

    /** After z comes aa, as Word does. */
    private static String letters(int number) {
        if (number <= 0 || number > 780) {
            return Integer.toString(number);
        }
        return String.valueOf((char) ('a' + (number - 1) % 26)).repeat((number - 1) / 26 + 1);
    }
}
