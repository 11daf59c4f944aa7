package org.convergence.resources.ledger.domain;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Amounts as banks write them: « 1 234,56 », "1,234.56", "(12.00)", "12.00-", "$1,234". To the cent at most. */
final class BankFigures {

    private static final Pattern AMOUNT =
            Pattern.compile("(\\d{1,3}(?:[.,]\\d{3}){1,3}|\\d{1,12})?(?:[.,](\\d{1,2}))?");
    private static final Pattern WITHOUT = Pattern.compile("[\\s\\u00a0\\u202f'’$]|CAD|USD");

    private BankFigures() {}

    /** The amount with its sign; empty where the text is none. */
    static Optional<BigDecimal> read(String text) {
        String plain = WITHOUT.matcher(text).replaceAll("").replace('−', '-');
        boolean below = plain.startsWith("-") || plain.endsWith("-") || (plain.startsWith("(") && plain.endsWith(")"));
        Matcher amount = AMOUNT.matcher(plain.replaceAll("^[-+(]|[-+)]$", ""));
        if (plain.isEmpty() || !amount.matches() || (amount.group(1) == null && amount.group(2) == null)) {
            return Optional.empty();
        }
        String whole = amount.group(1) == null ? "0" : amount.group(1).replaceAll("[.,]", "");
        String cents = amount.group(2) == null ? "00" : (amount.group(2) + "0").substring(0, 2);
        BigDecimal read = new BigDecimal(whole + "." + cents);
        return Optional.of(below ? read.negate() : read);
    }

    /** Whether a text is certainly an amount rather than a number: with cents. */
    static boolean isAmount(String text) {
        return text.strip().matches(".*[.,]\\d{1,2}[-)]?(\\s*\\$)?")
                && read(text).isPresent();
    }
}
