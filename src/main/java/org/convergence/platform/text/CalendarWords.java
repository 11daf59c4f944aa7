package org.convergence.platform.text;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.time.temporal.TemporalAdjusters;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Names of seasons, holidays, weekdays and ordinals, folded, in French, English and Spanish. */
final class CalendarWords {

    private static final Map<Pattern, IntFunction<LocalDate>> HOLIDAYS = Map.of(
            Pattern.compile("noel|christmas|navidad"), year -> LocalDate.of(year, Month.DECEMBER, 25),
            Pattern.compile("(?:saint|st) jean(?: baptiste)?|fete nationale"),
                    year -> LocalDate.of(year, Month.JUNE, 24),
            Pattern.compile("jour an|nouvel an|new year s day|ano nuevo"), year -> LocalDate.of(year, Month.JANUARY, 1),
            Pattern.compile("halloween"), year -> LocalDate.of(year, Month.OCTOBER, 31),
            Pattern.compile("paques|easter|pascua"), CalendarWords::easter,
            Pattern.compile("fete travail|labou?r day"), year -> monday(year, Month.SEPTEMBER, 1),
            Pattern.compile("action graces?|thanksgiving"), year -> monday(year, Month.OCTOBER, 2));
    private static final List<Season> SEASONS = List.of(
            new Season(Pattern.compile("hiver|winter|invierno"), Month.JANUARY, Month.MARCH),
            new Season(Pattern.compile("printemps|spring|primavera"), Month.MARCH, Month.JUNE),
            new Season(Pattern.compile("ete|summer|verano"), Month.JUNE, Month.AUGUST),
            new Season(Pattern.compile("automne|autumn|fall|otono"), Month.SEPTEMBER, Month.DECEMBER));
    private static final List<Pattern> ORDINALS = Stream.of(
                    "1er|1re|1st|premier|first|primer",
                    "2e|2nd|2o|deuxieme|second|seconde|segundo",
                    "3e|3rd|3er|troisieme|third|tercer",
                    "4e|4th|4o|quatrieme|fourth|cuarto")
            .map(Pattern::compile)
            .toList();
    private static final Pattern LAST = Pattern.compile("dernier|last|ultimo");
    static final Map<String, DayOfWeek> WEEKDAYS = weekdays();

    private CalendarWords() {}

    /** A season as organisations plan it: in whole months. */
    record Season(Pattern name, Month first, Month last) {}

    static Stream<Season> season(String words) {
        return SEASONS.stream().filter(season -> season.name().matcher(words).matches());
    }

    /** The day of a holiday in a year. */
    static Stream<LocalDate> holiday(String words, int year) {
        return HOLIDAYS.entrySet().stream()
                .filter(each -> each.getKey().matcher(words).matches())
                .map(each -> each.getValue().apply(year));
    }

    /** The number of a quarter or half, typed in one of the groups as a figure or as a word; 0 for another word. */
    static int ordinal(Matcher unit, int last) {
        for (int group = 1; group <= unit.groupCount(); group++) {
            String word = unit.group(group);
            if (word != null) {
                return word.matches("\\d") ? TextParser.wholeNumber(word).orElse(0) : ordinal(word, last);
            }
        }
        return 0;
    }

    /** 1 to 4 for « premier » to « quatrième », the number of the last for « dernier »; 0 for another word. */
    private static int ordinal(String word, int last) {
        if (LAST.matcher(word).matches()) {
            return last;
        }
        return IntStream.range(0, ORDINALS.size())
                .filter(index -> ORDINALS.get(index).matcher(word).matches())
                .map(index -> index + 1)
                .findFirst()
                .orElse(0);
    }

    private static LocalDate monday(int year, Month month, int number) {
        return LocalDate.of(year, month, 1).with(TemporalAdjusters.dayOfWeekInMonth(number, DayOfWeek.MONDAY));
    }

    /** Easter Sunday by the Gregorian computus of Meeus. */
    private static LocalDate easter(int year) {
        int a = year % 19;
        int b = year / 100;
        int c = year % 100;
        int h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
        int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
        int m = h + l - 7 * ((a + 11 * h + 22 * l) / 451) + 114;
        return LocalDate.of(year, m / 31, m % 31 + 1);
    }

    private static Map<String, DayOfWeek> weekdays() {
        Map<String, DayOfWeek> names = new HashMap<>();
        for (Language language : Language.values()) {
            for (DayOfWeek day : DayOfWeek.values()) {
                for (TextStyle style : List.of(TextStyle.FULL, TextStyle.SHORT)) {
                    String name = TextNormalizer.fold(day.getDisplayName(style, language.locale()));
                    if (DateReader.monthsNamed(name).isEmpty()) {
                        names.put(name, day);
                    }
                }
            }
        }
        return Map.copyOf(names);
    }

    /** Empty for 30 February. */
    static Optional<LocalDate> day(int year, int month, int day) {
        try {
            return Optional.of(LocalDate.of(year, month, day));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }
}
