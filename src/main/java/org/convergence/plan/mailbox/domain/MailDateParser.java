package org.convergence.plan.mailbox.domain;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.convergence.platform.text.TextNormalizer;

/**
 * Parses the day of a date as mail programs write it, in French, English and Spanish: « mardi 14 janvier 2025 à 9 h 12
 * », « Tue, Jan 14, 2025 at 9:12 AM », « 14 de enero de 2025 », « 2025-01-14 09:12 », « 14/01/2025 ».
 */
final class MailDateParser {

    private static final Pattern ISO = Pattern.compile("\\b(20\\d\\d|19\\d\\d)-(\\d{1,2})-(\\d{1,2})");
    private static final Pattern FIGURES = Pattern.compile("\\b(\\d{1,2})[/.-](\\d{1,2})[/.-](20\\d\\d|19\\d\\d)\\b");
    private static final Pattern YEAR = Pattern.compile("\\b(20\\d\\d|19\\d\\d)\\b");
    private static final Pattern DAY = Pattern.compile("\\b(\\d{1,2})(?:er|st|nd|rd|th)?\\b(?! ?[h:])");
    private static final Pattern WORD = Pattern.compile("[a-z]{3,}");

    /** The beginnings of the months' names in the three languages, without accents. */
    private static final List<Map.Entry<String, Integer>> MONTHS = List.of(
            Map.entry("janv", 1),
            Map.entry("jan", 1),
            Map.entry("ene", 1),
            Map.entry("fev", 2),
            Map.entry("feb", 2),
            Map.entry("mars", 3),
            Map.entry("mar", 3),
            Map.entry("avr", 4),
            Map.entry("apr", 4),
            Map.entry("abr", 4),
            Map.entry("mai", 5),
            Map.entry("may", 5),
            Map.entry("juin", 6),
            Map.entry("jun", 6),
            Map.entry("juil", 7),
            Map.entry("jul", 7),
            Map.entry("aou", 8),
            Map.entry("aug", 8),
            Map.entry("ago", 8),
            Map.entry("sep", 9),
            Map.entry("oct", 10),
            Map.entry("nov", 11),
            Map.entry("dec", 12),
            Map.entry("dic", 12));

    private MailDateParser() {}

    static Optional<LocalDate> parse(String written) {
        String text = written.length() > 200 ? written.substring(0, 200) : written;
        Matcher iso = ISO.matcher(text);
        if (iso.find()) {
            return day(number(iso, 1), number(iso, 2), number(iso, 3));
        }
        Matcher figures = FIGURES.matcher(text);
        if (figures.find()) {
            int first = number(figures, 1);
            int second = number(figures, 2);
            return second > 12 ? day(number(figures, 3), first, second) : day(number(figures, 3), second, first);
        }
        // Folding removes colons, which distinguish hours from days, so times are removed before.
        return inWords(text.replaceAll("\\b\\d{1,2} ?[:h] ?\\d{0,2}", " "));
    }

    private static Optional<LocalDate> inWords(String text) {
        String folded = TextNormalizer.fold(text);
        Matcher year = YEAR.matcher(folded);
        Matcher day = DAY.matcher(folded);
        int month = month(folded);
        return month > 0 && year.find() && day.find() ? day(number(year, 1), month, number(day, 1)) : Optional.empty();
    }

    private static int month(String folded) {
        Matcher word = WORD.matcher(folded);
        while (word.find()) {
            for (Map.Entry<String, Integer> each : MONTHS) {
                // « mar. » may mean Tuesday, as « mardi » and « martes » do: a month follows its day or precedes it.
                boolean weekday =
                        word.group().startsWith("mard") || word.group().startsWith("mart");
                if (word.group().startsWith(each.getKey()) && !weekday && !isTuesday(folded, word)) {
                    return each.getValue();
                }
            }
        }
        return 0;
    }

    /** « mar. 14 janv. 2025 »: another month comes after it. */
    private static boolean isTuesday(String folded, Matcher word) {
        return word.group().equals("mar")
                && WORD.matcher(folded.substring(word.end()))
                        .results()
                        .anyMatch(after ->
                                MONTHS.stream().anyMatch(each -> after.group().startsWith(each.getKey())));
    }

    private static int number(Matcher found, int group) {
        return Integer.parseInt(found.group(group));
    }

    private static Optional<LocalDate> day(int year, int month, int day) {
        try {
            return Optional.of(LocalDate.of(year, month, day));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }
}
