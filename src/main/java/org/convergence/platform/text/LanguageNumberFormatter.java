package org.convergence.platform.text;

import com.ibm.icu.number.LocalizedNumberFormatter;
import com.ibm.icu.number.NumberFormatter;
import com.ibm.icu.number.Precision;
import com.ibm.icu.text.Collator;
import com.ibm.icu.text.DecimalFormatSymbols;
import com.ibm.icu.text.ListFormatter;
import com.ibm.icu.util.Currency;
import com.ibm.icu.util.ULocale;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/** Figures as one language writes them; shared by all threads. */
final class LanguageNumberFormatter {

    private static final char NO_BREAK = '\u00a0';
    private static final String MINUS = "−";
    private static final BigDecimal MINUTES = BigDecimal.valueOf(60);

    private static final Map<Language, LanguageNumberFormatter> ALL = new EnumMap<>(Language.class);

    static {
        for (Language language : Language.values()) {
            ALL.put(language, new LanguageNumberFormatter(language));
        }
    }

    private final Language language;
    private final Map<String, LocalizedNumberFormatter> amounts = new ConcurrentHashMap<>();
    private final LocalizedNumberFormatter whole;
    private final LocalizedNumberFormatter decimal;
    private final LocalizedNumberFormatter oneDecimal;
    private final ListFormatter list;
    private final Collator collator;

    private LanguageNumberFormatter(Language language) {
        Locale locale = language.locale();
        this.language = language;
        DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(locale);
        symbols.setMinusSignString(MINUS);
        whole = NumberFormatter.withLocale(locale).symbols(symbols);
        decimal = whole.precision(Precision.maxFraction(3));
        oneDecimal = whole.precision(Precision.maxFraction(1));
        list = ListFormatter.getInstance(locale);
        collator = Collator.getInstance(locale).freeze();
    }

    static LanguageNumberFormatter forLanguage(Language language) {
        return Objects.requireNonNull(ALL.get(language));
    }

    String whole(long number) {
        return number >= 0 && number < 1000
                ? Long.toString(number)
                : whole.format(number).toString();
    }

    String decimal(BigDecimal number) {
        return decimal.format(number).toString();
    }

    String cents(BigDecimal amount) {
        return whole.precision(Precision.fixedFraction(2)).format(amount).toString();
    }

    String percent(long part, long all) {
        if (all <= 0) {
            return "–";
        }
        long rounded = BigDecimal.valueOf(part)
                .movePointRight(2)
                .divide(BigDecimal.valueOf(all), 0, RoundingMode.HALF_UP)
                .longValue();
        if (part > 0 && part < all) {
            rounded = Math.min(99, Math.max(1, rounded));
        }
        return whole(rounded) + (language == Language.ENGLISH ? "%" : NO_BREAK + "%");
    }

    String money(BigDecimal amount, String currency) {
        return amounts.computeIfAbsent(currency, code -> whole.unit(Currency.getInstance(code)))
                .format(amount)
                .toString();
    }

    String unitPrice(BigDecimal amount, String currency) {
        return whole.unit(Currency.getInstance(currency))
                .precision(Precision.minMaxFraction(2, 8))
                .format(amount)
                .toString();
    }

    String hours(BigDecimal hours) {
        long minutes = hours.multiply(MINUTES).setScale(0, RoundingMode.HALF_UP).longValue();
        long full = Math.abs(minutes) / 60;
        long rest = Math.abs(minutes) % 60;
        String sign = minutes < 0 ? MINUS : "";
        if (full == 0 && rest > 0) {
            return sign + rest + NO_BREAK + "min";
        }
        String said = sign + whole(full) + NO_BREAK + "h";
        if (rest == 0) {
            return said;
        }
        return said + NO_BREAK + rest + (language == Language.FRENCH ? "" : NO_BREAK + "min");
    }

    String fileSize(long bytes, Words words) {
        if (bytes < 1_000) {
            return words.say("text.bytes", bytes);
        }
        String unit = "text.kilobytes";
        BigDecimal size = BigDecimal.valueOf(bytes, 3);
        if (bytes >= 999_500_000) {
            unit = "text.gigabytes";
            size = BigDecimal.valueOf(bytes, 9);
        } else if (bytes >= 999_500) {
            unit = "text.megabytes";
            size = BigDecimal.valueOf(bytes, 6);
        }
        boolean small = size.compareTo(BigDecimal.TEN) < 0 && !"text.kilobytes".equals(unit);
        return words.say(
                unit,
                small
                        ? oneDecimal.format(size).toString()
                        : whole(size.setScale(0, RoundingMode.HALF_UP).longValue()));
    }

    String list(List<String> items) {
        return list.format(items);
    }

    String languageName(String code) {
        return ULocale.getDisplayLanguage(code, ULocale.forLocale(language.locale()));
    }

    Comparator<String> order() {
        return collator::compare;
    }
}
