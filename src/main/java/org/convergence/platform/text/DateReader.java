package org.convergence.platform.text;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a date as people and spreadsheets write it: « 2025-01-14 », « 14/01/2025 », « 14 janvier 2025 », "Jan 14,
 * 2025", « 14 de enero de 2025 », or Excel's day number. An all-figure date is read day first unless only the other
 * order makes sense. Years run from 1900 to 2199; two-figure years are of this century.
 */
public final class DateReader {

    // Must be first: initialising the names of months and days uses it.
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Map<String, Month> MONTHS = months();
    private static final Set<String> FILLERS = fillers();
    private static final Pattern BETWEEN = Pattern.compile("[^a-z0-9]+");
    private static final Pattern CLOCK = Pattern.compile("[t ]+\\d{1,2}:\\d{2}(:\\d{2}([.,]\\d+)?)?z?$");
    private static final Pattern ORDINAL = Pattern.compile("(\\d{1,2})(?:er|e|st|nd|rd|th|o)");
    private static final LocalDate EXCEL_START = LocalDate.of(1899, 12, 30);
    private static final int EXCEL_1954 = 20_000;
    private static final int EXCEL_2119 = 80_000;

    private DateReader() {}

    /** The figures of a date, in their order, and the month if it is named. */
    private record DateParts(List<String> numbers, @Nullable Month month) {}

    /** The date; empty if the text is not one. */
    public static Optional<LocalDate> read(String text) {
        String day = CLOCK.matcher(bare(text)).replaceFirst("");
        if (day.matches("\\d{5}(\\.\\d+)?")) {
            return excel(Integer.parseInt(day.substring(0, 5)));
        } else if (day.matches("\\d{8}")) {
            return read(day.substring(0, 4) + "-" + day.substring(4, 6) + "-" + day.substring(6));
        }
        return parts(day).flatMap(DateReader::whole);
    }

    private static String bare(String text) {
        return MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT)
                .strip();
    }

    private static Optional<LocalDate> excel(int number) {
        return number >= EXCEL_1954 && number <= EXCEL_2119
                ? Optional.of(EXCEL_START.plusDays(number))
                : Optional.empty();
    }

    private static Optional<DateParts> parts(String text) {
        if (text.startsWith("-") || text.length() > 60) {
            return Optional.empty();
        }
        List<String> numbers = new ArrayList<>();
        Month month = null;
        for (String part : BETWEEN.split(text, -1)) {
            String number = ORDINAL.matcher(part).replaceFirst("$1");
            if (number.matches("\\d{1,4}")) {
                numbers.add(number);
            } else if (month(part) != null && month == null) {
                month = month(part);
            } else if (!isFiller(part)) {
                return Optional.empty();
            }
        }
        return Optional.of(new DateParts(numbers, month));
    }

    private static Optional<LocalDate> whole(DateParts parts) {
        List<String> numbers = parts.numbers();
        Month month = parts.month();
        if (month != null && numbers.size() == 2) {
            return named(numbers.get(0), month, numbers.get(1));
        }
        return month == null && numbers.size() == 3
                ? figures(numbers.get(0), numbers.get(1), numbers.get(2))
                : Optional.empty();
    }

    private static Optional<LocalDate> named(String first, Month month, String last) {
        return first.length() == 4
                ? date(year(first), month.getValue(), Integer.parseInt(last))
                : date(year(last), month.getValue(), Integer.parseInt(first));
    }

    private static Optional<LocalDate> figures(String first, String second, String third) {
        int middle = Integer.parseInt(second);
        if (first.length() == 4) {
            return date(year(first), middle, Integer.parseInt(third));
        }
        int start = Integer.parseInt(first);
        return middle > 12 ? date(year(third), start, middle) : date(year(third), middle, start);
    }

    private static int year(String figures) {
        int year = Integer.parseInt(figures);
        return figures.length() == 2 ? 2000 + year : year;
    }

    private static Optional<LocalDate> date(int year, int month, int day) {
        try {
            return year < 1900 || year > 2199 ? Optional.empty() : Optional.of(LocalDate.of(year, month, day));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The months of which a word, folded, is the name or begins it; two for « jui ». */
    static List<Month> monthsNamed(String word) {
        Month one = MONTHS.get(word);
        if (one != null) {
            return List.of(one);
        }
        return word.length() < 3
                ? List.of()
                : MONTHS.entrySet().stream()
                        .filter(name -> name.getKey().startsWith(word))
                        .map(Map.Entry::getValue)
                        .distinct()
                        .sorted()
                        .toList();
    }

    private static @Nullable Month month(String word) {
        return MONTHS.get(word);
    }

    private static boolean isFiller(String word) {
        return word.isEmpty() || FILLERS.contains(word);
    }

    private static Set<String> fillers() {
        Set<String> fillers = new HashSet<>(List.of("le", "du", "de", "del", "el", "the", "of"));
        for (Language language : Language.values()) {
            for (DayOfWeek day : DayOfWeek.values()) {
                for (TextStyle style : List.of(TextStyle.FULL, TextStyle.SHORT)) {
                    fillers.add(plain(day.getDisplayName(style, language.locale())));
                }
            }
        }
        return Set.copyOf(fillers);
    }

    /** Every month name and each of its unambiguous beginnings of at least three letters. */
    private static Map<String, Month> months() {
        Map<String, Month> names = new HashMap<>();
        List<String> unclear = new ArrayList<>();
        for (Language language : Language.values()) {
            for (Month month : Month.values()) {
                String name = plain(month.getDisplayName(TextStyle.FULL, language.locale()));
                for (int length = 3; length <= name.length(); length++) {
                    Month other = names.putIfAbsent(name.substring(0, length), month);
                    if (other != null && other != month) {
                        unclear.add(name.substring(0, length));
                    }
                }
            }
        }
        unclear.forEach(names::remove);
        return Map.copyOf(names);
    }

    private static String plain(String name) {
        return bare(name).replace(".", "");
    }
}
