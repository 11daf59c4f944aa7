package org.convergence.platform.imports;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.convergence.platform.text.NumberReader;

/** Reads amounts as the lists of payment sites write them, with the currency beside them: “90,00 $ CA”, “USD 60.00”. */
public final class AmountReader {

    /** Canadian dollars, where a list names no currency. */
    public static final String DOLLARS = "CAD";

    private static final Pattern CODE = Pattern.compile("(?<!\\p{L})(CAD|USD|EUR|MXN|GBP)(?!\\p{L})");
    private static final Pattern OTHER_DOLLARS =
            Pattern.compile("(?i)(US|U\\.S\\.)\\s?\\$|\\$\\s?(US|U\\.S\\.)(?!\\p{L})", Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern SIGNS =
            Pattern.compile("(?i)(CA\\s?)?[$€£](\\s?CA(?!\\p{L}))?", Pattern.UNICODE_CHARACTER_CLASS);

    private AmountReader() {}

    /** A number of zero or more, without its currency; a fraction of a cent is no amount. */
    public static Optional<BigDecimal> amount(String typed) {
        String plain = SIGNS.matcher(OTHER_DOLLARS
                        .matcher(CODE.matcher(typed.toUpperCase(Locale.ROOT)).replaceAll(""))
                        .replaceAll(""))
                .replaceAll("");
        return NumberReader.number(plain)
                .map(BigDecimal::stripTrailingZeros)
                .filter(each -> each.signum() >= 0 && each.scale() <= 2);
    }

    /** The code of the currency: of its own column if that is filled, or as the amount says. */
    public static String currency(String column, String amount) {
        String stated = column.strip().toUpperCase(Locale.ROOT);
        if (!stated.isEmpty()) {
            return stated;
        }
        String typed = amount.toUpperCase(Locale.ROOT);
        Matcher code = CODE.matcher(typed);
        if (code.find()) {
            return code.group(1);
        }
        if (OTHER_DOLLARS.matcher(typed).find()) {
            return "USD";
        }
        return typed.contains("€") ? "EUR" : typed.contains("£") ? "GBP" : DOLLARS;
    }
}
