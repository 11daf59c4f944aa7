package org.convergence.platform.text;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Messages and formats for one reader, in one language and zone. Made for each request at no cost; everything heavy is
 * shared by all readers of the language. French follows R-TYPO-1 to R-TYPO-4: no-break spaces (U+00A0) in numbers and
 * before their units.
 */
public final class Words {

    private final Messages messages;
    private final Language language;
    private final ZoneId zone;
    private final LanguageNumberFormatter numbers;
    private final LanguageDateFormatter dates;

    Words(Messages messages, Language language, ZoneId zone) {
        this.messages = messages;
        this.language = language;
        this.zone = zone;
        this.numbers = LanguageNumberFormatter.forLanguage(language);
        this.dates = LanguageDateFormatter.forLanguage(language);
    }

    /** The reader's language. */
    public Language language() {
        return language;
    }

    /** The zone in which instants are shown. */
    public ZoneId zone() {
        return zone;
    }

    /**
     * The message of a key. Arguments are numbered ({@code {0}}), or named when the only one is a {@link Map}; dates,
     * instants, times and months are written out, numbers and money are formatted.
     */
    public String say(String key, @Nullable Object... arguments) {
        return messages.sentence(language, key).format(named(arguments), this);
    }

    /** Whether the reader's language has the message. */
    public boolean has(String key) {
        return messages.has(language, key);
    }

    /** « 1 234 », "1,234". */
    public String number(long number) {
        return numbers.whole(number);
    }

    /** « 1 234,5 », without useless zeros, at most three decimals. */
    public String decimal(BigDecimal number) {
        return numbers.decimal(number);
    }

    /** « 1 234,50 »: an amount of money whose currency stands elsewhere. */
    public String cents(BigDecimal amount) {
        return numbers.cents(amount);
    }

    /** « +118 », « −4 », « 0 »: a difference. */
    public String difference(long number) {
        return (number > 0 ? "+" : "") + numbers.whole(number);
    }

    /** « 10 000+ »: a count that may have stopped at that number. */
    public String count(long number, boolean more) {
        return more ? numbers.whole(number) + "+" : numbers.whole(number);
    }

    /** « 37 % » of a whole, never a rounded 0 % or 100 %; a dash when the whole is zero. */
    public String percent(long part, long whole) {
        return numbers.percent(part, whole);
    }

    /** « 1 234,56 $ », « 535,00 $ US », by ISO code (R-TYPO-3). */
    public String money(BigDecimal amount, String currency) {
        return numbers.money(amount, currency);
    }

    /** « 1 234,56 $ ». */
    public String money(Money amount) {
        return money(amount.getAmount(), amount.getCurrencyUnit().getCode());
    }

    /** « 1 234,00 $ + 20,00 $ US », sums of several currencies; a dash for none. */
    public String money(List<Money> sums) {
        return sums.isEmpty() ? "–" : sums.stream().map(this::money).collect(Collectors.joining(" + "));
    }

    /** « 0,45 $ », « 0,0325 $ »: a unit price, with two to four decimals (R-TYPO-3). */
    public String unitPrice(BigDecimal amount, String currency) {
        return numbers.unitPrice(amount, currency);
    }

    /** « 3,2 Mo », by thousands of bytes. */
    public String fileSize(long bytes) {
        return numbers.fileSize(bytes, this);
    }

    /** « 3 h », « 2 h 30 », « 45 min »: a duration in hours, to the minute. */
    public String hours(BigDecimal hours) {
        return numbers.hours(hours);
    }

    /** « 14 janvier 2025 », « 1er mai 2025 ». */
    public String date(LocalDate date) {
        return dates.date(date);
    }

    /** « mardi 14 janvier 2025 ». */
    public String dayAndDate(LocalDate date) {
        return dates.dayAndDate(date);
    }

    /** « mardi 14 janvier »: a day of the current year. */
    public String day(LocalDate date) {
        return dates.day(date);
    }

    /** « 14 janv. 2025 », never broken over two lines. */
    public String shortDate(LocalDate date) {
        return dates.shortDate(date);
    }

    /** « 14 janv. »: where the year is known. */
    public String shortDay(LocalDate date) {
        return dates.shortDay(date);
    }

    /** « 2025-01-14 » (R-TYPO-4). */
    public String numericDate(LocalDate date) {
        return date.toString();
    }

    /** « janvier 2025 ». */
    public String month(YearMonth month) {
        return dates.month(month);
    }

    /** « janvier »: a month of any year, 1 to 12. */
    public String monthName(int month) {
        return dates.monthName(month);
    }

    /** « janv. »: a month of a known year, 1 to 12. */
    public String shortMonth(int month) {
        return dates.shortMonth(month);
    }

    /** « du 14 au 18 janvier 2025 », « janvier 2025 » for whole months; an open end says so. */
    public String period(@Nullable LocalDate from, @Nullable LocalDate to) {
        return PeriodFormatter.format(from, to, this, dates);
    }

    /** « 14 h 30 », « 19 h », « 8 h 5 » (R-TYPO-4). */
    public String time(LocalTime time) {
        return dates.time(time);
    }

    /** « 14 janvier 2025 à 14 h 30 », in the reader's zone. */
    public String dateTime(Instant instant) {
        return dateTime(LocalDateTime.ofInstant(instant, zone));
    }

    /** The same for a time of the organisation's own clock. */
    public String dateTime(LocalDateTime local) {
        return say("text.date-time", date(local.toLocalDate()), time(local.toLocalTime()));
    }

    /** « aujourd’hui », « hier », « il y a 6 jours », « dans 3 semaines ». */
    public String ago(LocalDate date, LocalDate today) {
        return RelativeDateFormatter.format(date, today, this);
    }

    /** « il y a 5 minutes », and by days once the day has changed. */
    public String ago(Instant instant, Clock clock) {
        return RelativeDateFormatter.format(instant, clock.instant(), this);
    }

    /** « D’ici vendredi 28 novembre », « En retard de 3 jours »: a due date, with its year if it is six months away. */
    public String by(LocalDate due, LocalDate today) {
        if (due.isBefore(today)) {
            return say("text.late", ChronoUnit.DAYS.between(due, today));
        }
        return say("text.by", due.isBefore(today.plusMonths(6)) ? day(due) : dayAndDate(due));
    }

    /** « a, b et c ». */
    public String list(List<String> items) {
        return numbers.list(items);
    }

    /** The name of a language given by its ISO code: « espagnol », « créole haïtien ». */
    public String languageName(String code) {
        return numbers.languageName(code);
    }

    /** The text with a capital first letter, to begin a line or a sentence. */
    public String capital(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(language.locale()) + text.substring(1);
    }

    /** The alphabetical order of the language, for short lists made in memory. */
    public Comparator<String> order() {
        return numbers.order();
    }

    /** An argument as a message writes it. */
    String plain(@Nullable Object value) {
        if (value == null) {
            return "";
        } else if (value instanceof LocalDate date) {
            return date(date);
        } else if (value instanceof Instant instant) {
            return dateTime(instant);
        } else if (value instanceof LocalTime time) {
            return time(time);
        } else if (value instanceof YearMonth month) {
            return month(month);
        } else if (value instanceof Money amount) {
            return money(amount);
        } else if (value instanceof Integer || value instanceof Long || value instanceof Short) {
            return number(((Number) value).longValue());
        } else if (value instanceof Number) {
            return decimal(new BigDecimal(value.toString()));
        }
        return value.toString();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, ?> named(@Nullable Object... arguments) {
        if (arguments.length == 0) {
            return Map.of();
        }
        if (arguments.length == 1 && arguments[0] instanceof Map<?, ?> map) {
            return (Map<String, ?>) map;
        }
        Map<String, @Nullable Object> numbered = new HashMap<>();
        for (int i = 0; i < arguments.length; i++) {
            numbered.put(Integer.toString(i), arguments[i]);
        }
        return numbered;
    }
}
