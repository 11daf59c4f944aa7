package org.convergence.resources.ledger.domain;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.convergence.resources.ledger.domain.DirectionVocabulary.MoneyDirection;
import org.jspecify.annotations.Nullable;

/**
 * Parses amounts as banks write them: “1 234,56”, “1,234.56”, “(12.00)”, “12.00-”, “$1,234”, “450,25 DR”. To the cent
 * at most.
 */
final class BankAmountParser {

    private static final Pattern AMOUNT = Pattern.compile(
            "(\\d{1,3}(?:,\\d{3}){1,3}(?!,)|\\d{1,3}(?:\\.\\d{3}){1,3}(?!\\.)|\\d{1,12})?(?:[.,](\\d{1,2}))?");
    private static final Pattern CURRENCY = Pattern.compile("(?<!\\p{L})(CAD|USD|EUR|MXN|COP|HTG|GBP)(?!\\p{L})");
    private static final Pattern WITHOUT = Pattern.compile("[\\s\\u00a0\\u202f'’$€£]");
    private static final Pattern BEFORE = Pattern.compile("^(CR|DR|DB|[-+(])");
    private static final Pattern AFTER = Pattern.compile("(CR|DR|DB|CT|DT|C|D|[-+)])$");

    private BankAmountParser() {}

    /**
     * A parsed amount.
     *
     * @param size without its sign
     * @param direction by the sign or the letters for debit and credit; {@code null} without either
     * @param lettered whether letters give it
     */
    record ParsedAmount(BigDecimal size, @Nullable MoneyDirection direction, boolean lettered) {

        BigDecimal signed() {
            return direction == MoneyDirection.OUT ? size.negate() : size;
        }
    }

    /** The amount with its sign or letters; empty if the text is no amount, or its two ends disagree. */
    static Optional<ParsedAmount> parse(String text) {
        String folded = Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .replace('−', '-')
                .replace('–', '-');
        String plain = WITHOUT.matcher(CURRENCY.matcher(folded).replaceAll("")).replaceAll("");
        Matcher before = BEFORE.matcher(plain);
        String first = before.find() ? before.group(1) : "";
        Matcher after = AFTER.matcher(plain);
        String last = after.find() ? after.group(1) : "";
        Matcher amount = AMOUNT.matcher(
                plain.substring(first.length(), Math.max(first.length(), plain.length() - last.length())));
        if (!amount.matches() || (amount.group(1) == null && amount.group(2) == null) || disagree(first, last)) {
            return Optional.empty();
        }
        String whole = amount.group(1) == null ? "0" : amount.group(1).replaceAll("[.,]", "");
        String cents = amount.group(2) == null ? "00" : (amount.group(2) + "0").substring(0, 2);
        MoneyDirection direction = direction(first) == null ? direction(last) : direction(first);
        boolean lettered = (first + last).chars().anyMatch(Character::isLetter);
        return Optional.of(new ParsedAmount(new BigDecimal(whole + "." + cents), direction, lettered));
    }

    private static boolean disagree(String first, String last) {
        boolean parenthesis = first.equals("(") != last.equals(")");
        boolean repeated = !first.isEmpty() && !last.isEmpty() && "-+".contains(first) && "-+".contains(last);
        return parenthesis
                || repeated
                || (direction(first) != null && direction(last) != null && direction(first) != direction(last));
    }

    private static @Nullable MoneyDirection direction(String mark) {
        return switch (mark) {
            case "-", "(", ")", "DR", "DB", "DT", "D" -> MoneyDirection.OUT;
            case "+", "CR", "CT", "C" -> MoneyDirection.IN;
            default -> null;
        };
    }

    /** The signed amount, above zero for money received; empty if the text is no amount. */
    static Optional<BigDecimal> parseSigned(String text) {
        return parse(text).map(ParsedAmount::signed);
    }

    /** The currency code in a text, beside an amount or alone. */
    static Optional<String> parseCurrency(String text) {
        Matcher code = CURRENCY.matcher(text.toUpperCase(Locale.ROOT));
        return code.find() ? Optional.of(code.group(1)) : Optional.empty();
    }

    /** Whether a text is certainly an amount rather than a number: it has cents. */
    static boolean isAmount(String text) {
        return text.strip().matches(".*[.,]\\d{1,2}\\s*(?:[-)+]|[CD]|CR|DR|DB|CT|DT)?(\\s*\\$)?(\\s*CAD|\\s*USD)?")
                && parse(text).isPresent();
    }
}
