package org.convergence.platform.text;

import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads dates as people plan them within a period, in French, English and Spanish: « 15 août », « fin mars »,
 * « mi-octobre », « T2 », « automne », « d'ici Noël ». A text gives one date if its meaning is clear, several if it is
 * ambiguous, and none if it is no date. A quarter without a year is one of the period, counted from its first day.
 *
 * @param from first day of the period
 * @param to last day of the period
 */
public record PlannedDateReader(LocalDate from, LocalDate to) {

    private static final int MOST = 6;
    private static final Pattern DOUBT = Pattern.compile("[?~±≈]|\\d[.,]\\d|^\\s*-");
    private static final Pattern FIGURES = Pattern.compile("\\s*(\\d{1,2}) ?[/-] ?(\\d{1,2})\\s*");
    private static final Pattern BY = Pattern.compile(
            "(?:d ici|au plus tard|by|no later than|until|jusqu (?:a|au|en)|hasta|para|pour|for|a mas tardar|"
                    + "(avant|before|antes))\\b ?");
    private static final Pattern SINCE = Pattern.compile(
            "(?:des|a (?:partir|compter) d(?:e|u|el)?|from|starting(?: in| on)?|as of|desde|beginning in)\\b ?");
    private static final Pattern AT =
            Pattern.compile("(?:en|in|on|at|a|al|au|courant|durant|pendant|during|le|la|l|el|the|de|du|d|del)\\b ?");
    private static final Pattern LINKS = Pattern.compile("\\b(?:de|du|d|des|del|of|the|le|la|l|el|mois|month|mes) ");
    private static final Pattern YEAR = Pattern.compile("(?:(20\\d\\d) )?(.+?)(?: (20\\d\\d))?");
    private static final String ORDINAL = "(?:er|e|st|nd|rd|th|o)?";
    private static final Pattern DAY_FIRST = Pattern.compile("(?:([a-z]+) )?(\\d{1,2})" + ORDINAL + " ([a-z]{3,})");
    private static final Pattern MONTH_FIRST = Pattern.compile("(?:([a-z]+) )?([a-z]{3,}) (\\d{1,2})" + ORDINAL);
    private static final Pattern PART = Pattern.compile("(?:(fin|end|fines|finales|final)|"
            + "(debut|start|beginning|principios|inicios)|(mi|mid|milieu|middle|mediados)) (.+)");
    private static final Pattern MONTH_RANGE =
            Pattern.compile("(?:(entre|between|from|desde) )?([a-z]{3,})(?: (a|au|to|hasta|et|and|y))? ([a-z]{3,})");
    private static final Pattern RANGE = Pattern.compile("[a-z]{3,} (?:to|hasta|a) [a-z]{3,}");
    private static final Pattern QUARTER =
            Pattern.compile("[tq] ?([1-4])|([1-4])[tq]|(?:trimestre|quarter) ([1-4])|(\\w+) (?:trimestre|quarter)");
    private static final Pattern HALF = Pattern.compile("[sh] ?([12])|semestre ([12])|(\\w+) (?:semestre|half)");
    private static final Pattern OWN_YEAR = Pattern.compile(
            "plan|exercice|periode|period|ejercicio|" + "annee financiere|fiscal year|plan year|ano fiscal");
    private static final Pattern ANY_YEAR = Pattern.compile("annee|year|an|ano");
    private static final Pattern WHOLE_YEAR = Pattern.compile("toute annee|all year|year round|todo ano");
    /** Which day of several is meant: a beginning takes the first, an end the last. */
    public enum Edge {
        FIRST,
        LAST
    }

    /** The days that a text may mean. */
    private record Window(LocalDate first, LocalDate last) {

        static Window of(LocalDate day) {
            return new Window(day, day);
        }

        boolean isOneDay() {
            return first.equals(last);
        }
    }

    /** The possible dates of a text, in order: one if it is clear, none if it is not understood. */
    public List<LocalDate> read(String text, Edge edge) {
        Optional<LocalDate> whole = DateReader.read(text);
        if (whole.isPresent()) {
            return List.of(whole.get());
        }
        if (text.length() > 60 || DOUBT.matcher(text).find()) {
            return List.of();
        }
        Matcher figures = FIGURES.matcher(text);
        Stream<LocalDate> dates = figures.matches()
                ? figures(number(figures.group(1)), number(figures.group(2)))
                : phrase(TextNormalizer.fold(text), edge);
        return dates.distinct().sorted().limit(MOST).toList();
    }

    private Stream<LocalDate> figures(int first, int second) {
        return within(
                        List.of(),
                        year -> Stream.of(
                                        CalendarWords.day(year, second, first), CalendarWords.day(year, first, second))
                                .flatMap(Optional::stream)
                                .map(day -> Window.of(day)))
                .map(Window::first);
    }

    private Stream<LocalDate> phrase(String folded, Edge edge) {
        Matcher by = BY.matcher(folded);
        if (by.lookingAt()) {
            boolean before = by.group(1) != null;
            return windows(folded.substring(by.end()))
                    .flatMap(window -> window.isOneDay()
                            ? Stream.of(window.last())
                            : before
                                    ? Stream.of(window.first().minusDays(1)).filter(day -> !day.isBefore(from))
                                    : Stream.of(window.first(), window.last()));
        }
        Matcher since = SINCE.matcher(folded);
        if (since.lookingAt() && !RANGE.matcher(folded).find()) {
            return edge == Edge.LAST
                    ? Stream.of()
                    : windows(folded.substring(since.end())).map(Window::first);
        }
        return windows(folded).map(window -> edge == Edge.FIRST ? window.first() : window.last());
    }

    private Stream<Window> windows(String phrase) {
        String core = phrase;
        for (Matcher at = AT.matcher(core); at.lookingAt(); at = AT.matcher(core)) {
            if (at.end() == core.length()) {
                return Stream.of();
            }
            core = core.substring(at.end());
        }
        Matcher year = YEAR.matcher(LINKS.matcher(core).replaceAll(""));
        if (!year.matches() || (year.group(1) != null && year.group(3) != null)) {
            return Stream.of();
        }
        String typed = year.group(1) == null ? year.group(3) : year.group(1);
        return windows(year.group(2), typed == null ? List.of() : List.of(number(typed)));
    }

    private Stream<Window> windows(String words, List<Integer> years) {
        Matcher part = PART.matcher(words);
        if (part.matches()) {
            return partOf(part, years);
        }
        boolean end = words.matches("fin|end|fines|finales");
        if (!years.isEmpty() && (end || words.matches("debut|start|beginning|principios|inicios"))) {
            return Stream.of(Window.of(LocalDate.of(years.get(0), end ? 12 : 1, end ? 31 : 1)));
        }
        if (WHOLE_YEAR.matcher(words).matches()) {
            return to.isBefore(from.plusYears(1)) ? Stream.of(new Window(from, to)) : Stream.of();
        }
        return Stream.of(
                        days(words, years),
                        within(years, year -> CalendarWords.holiday(words, year).map(Window::of)),
                        spans(words, years))
                .flatMap(stream -> stream);
    }

    /** The end, the beginning or the middle of a month, a season, a quarter or a year. */
    private Stream<Window> partOf(Matcher part, List<Integer> years) {
        String unit = part.group(4);
        boolean end = part.group(1) != null;
        if (part.group(3) != null) {
            return within(
                    years,
                    year -> DateReader.monthsNamed(unit).stream()
                            .map(month -> Window.of(LocalDate.of(year, month, 15))));
        }
        if (OWN_YEAR.matcher(unit).matches()) {
            return Stream.of(Window.of(end ? to : from));
        }
        if (ANY_YEAR.matcher(unit).matches()) {
            return Stream.concat(
                    within(years, year -> Stream.of(Window.of(LocalDate.of(year, end ? 12 : 1, end ? 31 : 1)))),
                    years.isEmpty() ? Stream.of(Window.of(end ? to : from)) : Stream.of());
        }
        return spans(unit, years).map(span -> Window.of(end ? span.last() : span.first()));
    }

    /** A day of a month. « mars 27 » is a day, or a month of 2027. */
    private Stream<Window> days(String words, List<Integer> years) {
        Matcher first = DAY_FIRST.matcher(words);
        if (first.matches()) {
            return days(first.group(1), number(first.group(2)), first.group(3), years);
        }
        Matcher last = MONTH_FIRST.matcher(words);
        if (!last.matches()) {
            return Stream.of();
        }
        Stream<Window> months = last.group(1) == null && last.group(3).length() == 2 && years.isEmpty()
                ? spans(last.group(2), List.of(2000 + number(last.group(3))))
                        .filter(month -> overlaps(month.first(), month.last()))
                : Stream.of();
        return Stream.concat(days(last.group(1), number(last.group(3)), last.group(2), years), months);
    }

    private Stream<Window> days(@Nullable String weekday, int day, String month, List<Integer> years) {
        if (weekday != null && !CalendarWords.WEEKDAYS.containsKey(weekday)) {
            return Stream.of();
        }
        return within(
                years,
                year -> DateReader.monthsNamed(month).stream()
                        .flatMap(named -> CalendarWords.day(year, named.getValue(), day).stream())
                        .filter(date -> weekday == null || date.getDayOfWeek() == CalendarWords.WEEKDAYS.get(weekday))
                        .map(date -> Window.of(date)));
    }

    /** Months, seasons, quarters and halves. */
    private Stream<Window> spans(String words, List<Integer> years) {
        Matcher quarter = QUARTER.matcher(words);
        if (quarter.matches()) {
            return parts(quarter, 3, years);
        }
        Matcher half = HALF.matcher(words);
        if (half.matches()) {
            return parts(half, 6, years);
        }
        return within(
                years,
                year -> Stream.of(
                                DateReader.monthsNamed(words).stream().map(month -> months(year, month, month)),
                                CalendarWords.season(words).map(season -> months(year, season.first(), season.last())),
                                monthRange(words, year))
                        .flatMap(each -> each));
    }

    private static Stream<Window> monthRange(String words, int year) {
        Matcher range = MONTH_RANGE.matcher(words);
        if (!range.matches()) {
            return Stream.of();
        }
        String link = range.group(3);
        boolean listed = link != null && link.matches("et|and|y");
        List<Month> first = DateReader.monthsNamed(range.group(2));
        List<Month> last = DateReader.monthsNamed(range.group(4));
        // « mars et septembre » are two months, « entre mars et septembre » is a range.
        boolean isRange = !listed || range.group(1) != null;
        return isRange && first.size() == 1 && last.size() == 1
                ? Stream.of(months(year, first.get(0), last.get(0)))
                : Stream.of();
    }

    private static Window months(int year, Month first, Month last) {
        int end = last.compareTo(first) < 0 ? year + 1 : year;
        return new Window(LocalDate.of(year, first, 1), YearMonth.of(end, last).atEndOfMonth());
    }

    /** A quarter or half: of each year of the period, and cut to it; with its year, of the calendar too. */
    private Stream<Window> parts(Matcher unit, int length, List<Integer> years) {
        int number = CalendarWords.ordinal(unit, 12 / length);
        if (number < 1 || number * length > 12) {
            return Stream.of();
        }
        int start = length * (number - 1);
        List<Window> own = Stream.iterate(from, year -> !year.isAfter(to), year -> year.plusYears(1))
                .map(year -> span(year.plusMonths(start), length))
                .filter(span -> overlaps(span.first(), span.last())
                        && (years.isEmpty() || years.contains(span.first().getYear())))
                .map(this::cut)
                .toList();
        List<Window> calendar = years.stream()
                .map(year -> span(LocalDate.of(year, 1, 1).plusMonths(start), length))
                .toList();
        List<Window> near = calendar.stream()
                .filter(span -> overlaps(span.first(), span.last()))
                .toList();
        return own.isEmpty() && near.isEmpty() ? calendar.stream() : Stream.concat(own.stream(), near.stream());
    }

    private static Window span(LocalDate first, int months) {
        return new Window(first, first.plusMonths(months).minusDays(1));
    }

    /** Of the given years; without any, of those in which it falls within the period, and cut to it. */
    private Stream<Window> within(List<Integer> years, IntFunction<Stream<Window>> windows) {
        if (!years.isEmpty()) {
            return years.stream().flatMap(windows::apply);
        }
        return IntStream.rangeClosed(from.getYear() - 1, to.getYear())
                .mapToObj(windows)
                .flatMap(each -> each)
                .filter(window -> overlaps(window.first(), window.last()))
                .map(this::cut);
    }

    private Window cut(Window window) {
        return new Window(
                window.first().isBefore(from) ? from : window.first(),
                window.last().isAfter(to) ? to : window.last());
    }

    private boolean overlaps(LocalDate first, LocalDate last) {
        return !last.isBefore(from) && !first.isAfter(to);
    }

    private static int number(String figures) {
        return TextParser.wholeNumber(figures).orElse(0);
    }
}
