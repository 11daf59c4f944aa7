package org.convergence.cooperation.project.domain;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.convergence.cooperation.project.domain.IndicatorFigure.PeopleBySex;
import org.convergence.cooperation.project.domain.IndicatorService.IndicatorKind;
import org.convergence.platform.text.NumberReader;
import org.convergence.platform.text.TextShortener;
import org.jspecify.annotations.Nullable;

/**
 * A figure as the file of a framework writes it: « 4 déléguées », « Formations : 1 », « 60 % (12 sur 20) », or words.
 *
 * @param figure {@code null} for a percentage without its part and whole
 * @param unit what is counted; empty if it is not said
 */
record WrittenFigure(IndicatorKind kind, @Nullable IndicatorFigure figure, String unit) {

    private static final String NUMBER = "(-?\\d[\\d.,'’\\s\\u00a0\\u202f]*)";
    private static final String SPACE = "[\\s\\u00a0\\u202f]*";

    private static final Pattern SHARE = Pattern.compile(
            NUMBER + "%" + SPACE + "(?:\\(" + NUMBER + "(?:sur|of|out of|de|/)" + SPACE + NUMBER + "\\))?");
    private static final Pattern UNIT_LAST = Pattern.compile(NUMBER + "([^\\d%]*)");
    private static final Pattern UNIT_FIRST = Pattern.compile("([^\\d:%]+?)" + SPACE + ":" + SPACE + NUMBER);

    /** Reads a figure; empty for an empty cell or a dash. */
    static Optional<WrittenFigure> read(String typed) {
        String text = typed.strip();
        if (text.isEmpty() || text.matches("[-–—]+")) {
            return Optional.empty();
        }
        Matcher share = SHARE.matcher(text);
        if (share.matches()) {
            return Optional.of(new WrittenFigure(IndicatorKind.RATIO, ratio(share.group(2), share.group(3)), ""));
        }
        Matcher last = UNIT_LAST.matcher(text);
        if (last.matches()) {
            return Optional.of(quantity(last.group(1), last.group(2)).orElseGet(() -> words(text)));
        }
        Matcher first = UNIT_FIRST.matcher(text);
        return Optional.of(
                first.matches() ? quantity(first.group(2), first.group(1)).orElseGet(() -> words(text)) : words(text));
    }

    private static @Nullable IndicatorFigure ratio(@Nullable String part, @Nullable String whole) {
        Optional<BigDecimal> of =
                whole == null ? Optional.empty() : amount(whole).filter(each -> each.signum() > 0);
        return part == null || of.isEmpty()
                ? null
                : amount(part)
                        .map(each -> IndicatorFigure.ratio(each, of.get()))
                        .orElse(null);
    }

    private static Optional<WrittenFigure> quantity(String number, String unit) {
        String counted = unit.replaceAll("[\\s\\u00a0\\u202f]+", " ").strip();
        return amount(number)
                .map(each -> new WrittenFigure(
                        IndicatorKind.QUANTITY,
                        IndicatorFigure.of(each),
                        TextShortener.shorten(counted.toLowerCase(Locale.ROOT), 100)));
    }

    private static WrittenFigure words(String text) {
        return new WrittenFigure(
                IndicatorKind.QUALITATIVE, IndicatorFigure.ofWords(TextShortener.shorten(text, 2_000)), "");
    }

    private static Optional<BigDecimal> amount(String text) {
        return NumberReader.number(text)
                .map(BigDecimal::stripTrailingZeros)
                .filter(each -> each.scale() <= 2 && each.precision() - each.scale() <= 12);
    }

    /**
     * The figure for an indicator of a kind; people whose sex is not written are not stated.
     *
     * @return empty if it is of another kind, or no whole number of people
     */
    Optional<IndicatorFigure> fitting(IndicatorKind wanted, boolean bySex) {
        IndicatorFigure written = figure;
        if (written == null || kind != wanted) {
            return Optional.empty();
        }
        return bySex
                ? written.amount()
                        .filter(each -> each.scale() <= 0
                                && each.signum() >= 0
                                && each.compareTo(BigDecimal.valueOf(PeopleBySex.MOST)) <= 0)
                        .map(each -> IndicatorFigure.of(new PeopleBySex(0, 0, 0, each.intValueExact())))
                : Optional.of(written);
    }
}
