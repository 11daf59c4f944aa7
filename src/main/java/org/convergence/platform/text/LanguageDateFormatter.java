package org.convergence.platform.text;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** Dates and times as one language writes them in prose (R-TYPO-4); shared by all threads. */
final class LanguageDateFormatter {

    private static final List<String> ENGLISH_SHORT =
            List.of("Jan.", "Feb.", "March", "April", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec.");
    private static final List<String> FRENCH_SHORT = List.of(
            "janv.", "févr.", "mars", "avril", "mai", "juin", "juill.", "août", "sept.", "oct.", "nov.", "déc.");
    private static final List<String> SPANISH_SHORT =
            List.of("ene.", "feb.", "mar.", "abr.", "may.", "jun.", "jul.", "ago.", "sept.", "oct.", "nov.", "dic.");
    private static final char NO_BREAK = '\u00a0';

    private static final Map<Language, LanguageDateFormatter> ALL = new EnumMap<>(Language.class);

    static {
        for (Language language : Language.values()) {
            ALL.put(language, new LanguageDateFormatter(language));
        }
    }

    private final Language language;
    private final Map<Month, String> months = new EnumMap<>(Month.class);
    private final Map<DayOfWeek, String> days = new EnumMap<>(DayOfWeek.class);
    private final List<String> shortMonths;

    private LanguageDateFormatter(Language language) {
        this.language = language;
        Locale plain = Locale.forLanguageTag(language.code());
        for (Month month : Month.values()) {
            months.put(month, month.getDisplayName(TextStyle.FULL, plain));
        }
        for (DayOfWeek day : DayOfWeek.values()) {
            days.put(day, day.getDisplayName(TextStyle.FULL, plain));
        }
        shortMonths = switch (language) {
            case FRENCH -> FRENCH_SHORT;
            case ENGLISH -> ENGLISH_SHORT;
            case SPANISH -> SPANISH_SHORT;
        };
    }

    static LanguageDateFormatter forLanguage(Language language) {
        return Objects.requireNonNull(ALL.get(language));
    }

    String date(LocalDate date) {
        return withYear(dayOfMonth(date), date.getYear());
    }

    String dayAndDate(LocalDate date) {
        return withYear(day(date), date.getYear());
    }

    String day(LocalDate date) {
        String separator = language == Language.FRENCH ? " " : ", ";
        return days.get(date.getDayOfWeek()) + separator + dayOfMonth(date);
    }

    String shortDate(LocalDate date) {
        return language == Language.ENGLISH
                ? shortDay(date) + "," + NO_BREAK + date.getYear()
                : shortDay(date) + NO_BREAK + date.getYear();
    }

    String shortDay(LocalDate date) {
        String month = shortMonth(date.getMonthValue());
        return language == Language.ENGLISH
                ? month + NO_BREAK + date.getDayOfMonth()
                : number(date.getDayOfMonth()) + NO_BREAK + month;
    }

    String shortMonth(int month) {
        return shortMonths.get(month - 1);
    }

    String monthName(int month) {
        return String.valueOf(months.get(Month.of(month)));
    }

    String month(YearMonth month) {
        String name = String.valueOf(months.get(month.getMonth()));
        return language == Language.SPANISH ? name + " de " + month.getYear() : name + " " + month.getYear();
    }

    /** « 14 janvier », "January 14". */
    String dayOfMonth(LocalDate date) {
        String month = String.valueOf(months.get(date.getMonth()));
        return switch (language) {
            case FRENCH -> number(date.getDayOfMonth()) + " " + month;
            case ENGLISH -> month + " " + date.getDayOfMonth();
            case SPANISH -> date.getDayOfMonth() + " de " + month;
        };
    }

    /** « 1er », « 14 ». */
    String number(int day) {
        return language == Language.FRENCH && day == 1 ? "1er" : Integer.toString(day);
    }

    private String withYear(String day, int year) {
        return switch (language) {
            case FRENCH -> day + " " + year;
            case ENGLISH -> day + ", " + year;
            case SPANISH -> day + " de " + year;
        };
    }

    String time(LocalTime time) {
        int hour = time.getHour();
        int minute = time.getMinute();
        return switch (language) {
            case FRENCH -> hour + "\u00a0h" + (minute == 0 ? "" : "\u00a0" + minute);
            case ENGLISH ->
                (hour % 12 == 0 ? 12 : hour % 12)
                        + (minute == 0 ? "" : ":" + twoDigits(minute))
                        + (hour < 12 ? "\u00a0a.m." : "\u00a0p.m.");
            case SPANISH -> hour + ":" + twoDigits(minute);
        };
    }

    private static String twoDigits(int minute) {
        return minute < 10 ? "0" + minute : Integer.toString(minute);
    }
}
