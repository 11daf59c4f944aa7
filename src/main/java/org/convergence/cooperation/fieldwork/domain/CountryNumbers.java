package org.convergence.cooperation.fieldwork.domain;

import com.ibm.icu.text.DecimalFormatSymbols;
import com.ibm.icu.util.ULocale;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.regex.Pattern;
import org.convergence.platform.geography.Country;
import org.convergence.platform.text.TextParser;

/**
 * How a country writes numbers (R-PART-7): « 1.234 » is one and a bit in Mexico, and one thousand two hundred and
 * thirty-four in Colombia. The same rule is in {@code js/fieldwork.js}, which says the number back before it is saved.
 *
 * @param decimal the mark before decimals, a comma or a point
 */
public record CountryNumbers(char decimal) {

    private static final Pattern SPACES = Pattern.compile("[\\s\\u00a0\\u202f'’]");
    private static final Pattern GROUPED = Pattern.compile("\\d{1,3}(?:[.,]\\d{3})+");

    /**
     * The usage of a country.
     *
     * @param language of the page; it decides in Canada, where each language has its own usage
     */
    public static CountryNumbers of(Country country, String language) {
        ULocale locale =
                switch (country.code()) {
                    // ICU knows no Haitian Creole, and would write as in the United States.
                    case "HT" -> ULocale.forLanguageTag("fr-HT");
                    case "CA" -> ULocale.forLanguageTag(language + "-CA");
                    default -> ULocale.addLikelySubtags(ULocale.forLanguageTag("und-" + country.code()));
                };
        return new CountryNumbers(DecimalFormatSymbols.getInstance(locale).getDecimalSeparator() == ',' ? ',' : '.');
    }

    /** The mark between thousands, other than a space. */
    public char group() {
        return decimal == ',' ? '.' : ',';
    }

    /**
     * Reads a number. With both marks, or one of them twice, there is one way to read it; the country decides about a
     * single mark before three digits.
     */
    public Optional<BigDecimal> read(String typed) {
        String text = SPACES.matcher(typed).replaceAll("");
        char mark = mark(text);
        int at = text.lastIndexOf(mark);
        String whole = at < 0 ? text : text.substring(0, at);
        String part = at < 0 ? "" : text.substring(at);
        boolean grouped = whole.indexOf(',') >= 0 || whole.indexOf('.') >= 0;
        if (grouped && (!GROUPED.matcher(whole).matches() || whole.indexOf(mark) >= 0)) {
            return Optional.empty();
        }
        String plain = whole.replaceAll("[.,]", "") + part.replace(',', '.');
        return plain.matches("\\d{1,11}(\\.\\d{1,4})?") ? TextParser.number(plain) : Optional.empty();
    }

    /** The character of a text that is its decimal mark; NUL if it has none. */
    private char mark(String text) {
        int comma = text.lastIndexOf(',');
        int point = text.lastIndexOf('.');
        if (comma >= 0 && point >= 0) {
            return comma > point ? ',' : '.';
        }
        char only = comma >= 0 ? ',' : '.';
        int at = Math.max(comma, point);
        boolean repeated = at >= 0 && text.indexOf(only) != at;
        boolean thousands =
                repeated || (only == group() && GROUPED.matcher(text).matches());
        return at < 0 || thousands ? '\0' : only;
    }

    /** « 1,234.5 », « 1 234,5 »: written as the country does, with at least these decimals. */
    public String format(BigDecimal number, int decimals) {
        BigDecimal plain = number.stripTrailingZeros();
        String text = plain.setScale(Math.max(plain.scale(), decimals), RoundingMode.UNNECESSARY)
                .toPlainString();
        int point = text.indexOf('.');
        String whole = point < 0 ? text : text.substring(0, point);
        String between = decimal == ',' ? "\u00a0" : ",";
        return whole.replaceAll("\\B(?=(\\d{3})+$)", between) + (point < 0 ? "" : decimal + text.substring(point + 1));
    }
}
