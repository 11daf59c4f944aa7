package org.convergence.plan.reading.domain.outline;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the text of a due date as a range of days, where it clearly is a date: 2026-03-31, 2026-03, 31 mars 2026, mars 2026, de
 * mai à juin 2026, Automne 2025, T2 2026, and T2 of a plan whose year is known. Anything else stays text.
 *
 * @param from first day, {@code null} where only an end is given
 * @param to last day, {@code null} where the text is not a date
 */
public record DueDateRange(
        @Nullable LocalDate from, @Nullable LocalDate to) {

    private static final DueDateRange NONE = new DueDateRange(null, null);

    /** Beginnings of the names of the months, in French, English and Spanish; June before July, since "jui" begins both. */
    private static final List<String> MONTHS = List.of(
            "(?:janv?(?:ier|uary)?|enero)",
            "(?:fevr?(?:ier)?|feb(?:ruary|rero)?)",
            "(?:mars|mar(?:ch|zo)?)",
            "(?:avr(?:il)?|apr(?:il)?|abril)",
            "(?:mai|mayo?)",
            "(?:juin|june?|junio)",
            "(?:juil(?:let)?|july?|julio)",
            "(?:aout|aug(?:ust)?|agosto)",
            "sept?(?:i?embre|ember)?",
            "oct(?:u?bre|obre|ober)?",
            "nov(?:i?embre|ember)?",
            "(?:dec(?:embre|ember)?|dic(?:iembre)?)");

    private static final String MONTH = "(" + String.join("|", MONTHS) + ")\\.?";
    private static final String YEAR = "(20\\d\\d)";
    private static final String END =
            "(?<end>(?:avant|d'ici|au plus tard|antes|by|before|until|jusqu'(?:a|au|en)|no later than)"
                    + "(?: (?:le|la|en|del?|la fin de|fin|the end of|end of))?|(?:la )?fin(?: de)?|end of|au)? ?";

    private static final Pattern PERIOD =
            Pattern.compile("(?:(?:periode|period|periodo|annees?|exercice|years?|pour|for|de|du|del?|au|al?|"
                    + "to|from|until|el|le|et|and|er|\\d{1,4}(?:er)?|" + MONTH + ")(?![a-z])|[ :.,/()–—|-])+");
    private static final Pattern ISO = Pattern.compile(END + YEAR + "-(\\d\\d)-(\\d\\d)");
    private static final Pattern ISO_MONTH = Pattern.compile(END + YEAR + "-(\\d\\d)");
    private static final Pattern DAY = Pattern.compile(END + "(?:le )?(\\d{1,2})(?:er)? " + MONTH + " " + YEAR);
    private static final Pattern DAY_EN = Pattern.compile(END + MONTH + " (\\d{1,2})(?:st|nd|rd|th)?,? " + YEAR);
    private static final Pattern ONE_MONTH = Pattern.compile(END + "(?:en |in )?" + MONTH + ",? " + YEAR);
    private static final Pattern MONTHS_OF_YEAR = Pattern.compile("(?:de |du |d'|from |entre |between )?" + MONTH
            + "(?: " + YEAR + ")?(?: ?(?:a|au|et|to|and|-|–|/) ?)" + MONTH + " " + YEAR);
    private static final Pattern SEASON = Pattern.compile(
            END + "(?:l'|a l'|au |the )?(hiver|printemps|ete|automne|winter|spring|summer|fall|autumn) " + YEAR);
    private static final Pattern QUARTER =
            Pattern.compile("(?:t|q|trimestre |quarter )([1-4])(?:,?[ -]" + YEAR + ")?|" + YEAR + "[ -][tq]([1-4])");

    private static final Pattern DAY_OF_YEAR =
            Pattern.compile(END + "(?:(?:le )?\\d{1,2}(?:er)? " + MONTH + "|" + MONTH + " \\d{1,2}(?:st|nd|rd|th)?)");

    private static final Pattern PART_OF_YEAR = Pattern.compile("(?:en |in |l'|mois d[e'] ?)?(?:" + MONTH
            + "|hiver|printemps|ete|automne|winter|spring|summer|fall|autumn|invierno|primavera|verano|otono"
            + "|(?:t|q|trimestre |quarter )[1-4])(?:,?[ -](?:de(?:l)? )?" + YEAR + ")?(?: ?\\([^()]{3,40}\\))?\\s*:?");

    /**
     * The range in the text of a plan.
     *
     * @param start first day of the plan, from which quarters T1 to T4 are counted; {@code null} if unknown
     */
    public static DueDateRange read(String words, @Nullable LocalDate start) {
        String flat = TextAnalysis.fold(words)
                .replaceAll("[.;]$", "")
                .replaceAll("(?<=\\d) de (?=[a-z])| del? (?=20\\d\\d)", " ");
        try {
            return window(flat, start);
        } catch (DateTimeException noSuchDay) {
            return NONE;
        }
    }

    /** Whether a text is nothing but a period, such as "2026-2027" or "du 1er avril 2027 au 31 mars 2028". */
    public static boolean isPeriod(String words) {
        String flat = TextAnalysis.fold(words);
        return PERIOD.matcher(flat).matches() && flat.contains("20");
    }

    /** Whether a title is nothing but a month, a season or a quarter, such as "Septembre" or "Fall 2027:". */
    public static boolean isPartOfYear(String title) {
        return PART_OF_YEAR.matcher(TextAnalysis.fold(title)).matches();
    }

    /** Whether a text is a day without its year, such as "12 juin" or "Jan 31". */
    public static boolean isDayOfYear(String words) {
        return DAY_OF_YEAR.matcher(TextAnalysis.fold(words)).matches();
    }

    private static DueDateRange window(String flat, @Nullable LocalDate start) {
        Matcher m = ISO.matcher(flat);
        if (m.matches()) {
            return day(m, LocalDate.of(number(m, 2), number(m, 3), number(m, 4)));
        }
        m = ISO_MONTH.matcher(flat);
        if (m.matches()) {
            YearMonth month = YearMonth.of(number(m, 2), number(m, 3));
            return window(m, month, month);
        }
        m = DAY.matcher(flat);
        if (m.matches()) {
            return day(m, LocalDate.of(number(m, 4), month(m.group(3)), number(m, 2)));
        }
        m = DAY_EN.matcher(flat);
        if (m.matches()) {
            return day(m, LocalDate.of(number(m, 4), month(m.group(2)), number(m, 3)));
        }
        m = ONE_MONTH.matcher(flat);
        if (m.matches()) {
            YearMonth month = YearMonth.of(number(m, 3), month(m.group(2)));
            return window(m, month, month);
        }
        m = MONTHS_OF_YEAR.matcher(flat);
        if (m.matches()) {
            YearMonth to = YearMonth.of(number(m, 4), month(m.group(3)));
            YearMonth from = YearMonth.of(m.group(2) == null ? to.getYear() : number(m, 2), month(m.group(1)));
            return from.isAfter(to) ? NONE : new DueDateRange(from.atDay(1), to.atEndOfMonth());
        }
        m = SEASON.matcher(flat);
        if (m.matches()) {
            return season(m);
        }
        m = QUARTER.matcher(flat);
        return m.matches() ? quarter(m, start) : NONE;
    }

    private static DueDateRange day(Matcher m, LocalDate day) {
        return new DueDateRange(m.group("end") == null ? day : null, day);
    }

    private static DueDateRange window(Matcher m, YearMonth from, YearMonth to) {
        return new DueDateRange(m.group("end") == null ? from.atDay(1) : null, to.atEndOfMonth());
    }

    /** Seasons as organisations plan them: in whole months. */
    private static DueDateRange season(Matcher m) {
        int year = number(m, 3);
        return switch (m.group(2)) {
            case "hiver", "winter" -> window(m, YearMonth.of(year, 1), YearMonth.of(year, 3));
            case "printemps", "spring" -> window(m, YearMonth.of(year, 3), YearMonth.of(year, 6));
            case "ete", "summer" -> window(m, YearMonth.of(year, 6), YearMonth.of(year, 8));
            default -> window(m, YearMonth.of(year, 9), YearMonth.of(year, 12));
        };
    }

    /** With a year, a quarter of the calendar; without one, a quarter of the plan, from its first day. */
    private static DueDateRange quarter(Matcher m, @Nullable LocalDate start) {
        int number = m.group(1) == null ? number(m, 4) : number(m, 1);
        String year = m.group(2) == null ? m.group(3) : m.group(2);
        LocalDate first = year == null ? start : LocalDate.of(Integer.parseInt(year), 1, 1);
        if (first == null) {
            return NONE;
        }
        LocalDate from = first.plusMonths(3L * (number - 1));
        return new DueDateRange(from, from.plusMonths(3).minusDays(1));
    }

    private static int number(Matcher m, int group) {
        return Integer.parseInt(m.group(group));
    }

    private static int month(String name) {
        for (int i = 0; i < MONTHS.size(); i++) {
            if (name.matches(MONTHS.get(i))) {
                return i + 1;
            }
        }
        throw new DateTimeException(name);
    }
}
