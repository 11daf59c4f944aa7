package org.convergence.cooperation.project.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Types;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.convergence.platform.database.Json;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.SqlParameterValue;

/**
 * A baseline, target or value: a number, a part with its whole, people by sex, or words. Only one of number, people and
 * words is given.
 *
 * @param denominator the whole of which {@code number} is a part, above zero; {@code null} unless it is a ratio
 * @param people by sex; their total is computed, never typed
 * @param words in at most 2,000 characters
 * @param cells of each dimension of the indicator besides sex, in its order; what they leave of the total is not stated.
 *     {@code null} if nothing of it is known
 */
public record IndicatorFigure(
        @Nullable BigDecimal number,
        @Nullable BigDecimal denominator,
        @Nullable PeopleBySex people,
        @Nullable String words,
        @Nullable List<List<BigDecimal>> cells) {

    /** A field of one line drops them. */
    private static final Pattern LINE_BREAK = Pattern.compile("\\R");

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    public IndicatorFigure {
        if (cells != null) {
            cells = cells.stream()
                    .map(each ->
                            each.stream().map(BigDecimal::stripTrailingZeros).toList())
                    .toList();
        }
    }

    /** The same total with the cells of its dimensions. */
    public IndicatorFigure with(List<List<BigDecimal>> dimensions) {
        boolean isKnown = dimensions.stream().flatMap(List::stream).anyMatch(each -> each.signum() != 0);
        return new IndicatorFigure(number, denominator, people, words, isKnown ? dimensions : null);
    }

    /** The number in a cell of a dimension. */
    public BigDecimal cell(int dimension, int cell) {
        return cells == null
                        || cells.size() <= dimension
                        || cells.get(dimension).size() <= cell
                ? BigDecimal.ZERO
                : cells.get(dimension).get(cell);
    }

    /** What the cells of a dimension leave of the total. */
    public BigDecimal notStated(int dimension) {
        BigDecimal stated = cells == null || cells.size() <= dimension
                ? BigDecimal.ZERO
                : cells.get(dimension).stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        return amount().orElse(BigDecimal.ZERO).subtract(stated);
    }

    /** A number. */
    public static IndicatorFigure of(BigDecimal number) {
        return new IndicatorFigure(number, null, null, null, null);
    }

    /** People by sex. */
    public static IndicatorFigure of(PeopleBySex people) {
        return new IndicatorFigure(null, null, people, null, null);
    }

    /** A part of a whole. */
    public static IndicatorFigure ratio(BigDecimal part, BigDecimal whole) {
        return new IndicatorFigure(part, whole, null, null, null);
    }

    /** Words. */
    public static IndicatorFigure ofWords(String words) {
        return new IndicatorFigure(null, null, null, words, null);
    }

    /** The amount to compare: the total, the number, or the ratio in percent with one decimal; empty for words. */
    public Optional<BigDecimal> amount() {
        if (people != null) {
            return Optional.of(BigDecimal.valueOf(people.total()));
        }
        if (number != null && denominator != null) {
            return Optional.of(number.multiply(HUNDRED).divide(denominator, 1, RoundingMode.HALF_UP));
        }
        return Optional.ofNullable(number);
    }

    /**
     * The sum of two figures of one indicator, cell by cell if both have cells; parts and wholes of ratios are summed
     * apart.
     *
     * @return empty for words
     */
    public Optional<IndicatorFigure> plus(IndicatorFigure more) {
        List<List<BigDecimal>> sums = plusCells(more);
        if (people != null && more.people != null) {
            return Optional.of(of(people.plus(more.people)).with(sums));
        }
        if (people != null || more.people != null) {
            return amount().flatMap(sum -> more.amount().map(sum::add)).map(sum -> of(sum).with(sums));
        }
        if (number == null || more.number == null) {
            return Optional.empty();
        }
        return Optional.of(new IndicatorFigure(
                        number.add(more.number),
                        denominator == null || more.denominator == null ? null : denominator.add(more.denominator),
                        null,
                        null,
                        null)
                .with(sums));
    }

    /** A figure without cells adds to what is not stated. */
    private List<List<BigDecimal>> plusCells(IndicatorFigure more) {
        List<List<BigDecimal>> all = cells == null ? more.cells : cells;
        return all == null
                ? List.of()
                : IntStream.range(0, all.size())
                        .mapToObj(dimension -> IntStream.range(
                                        0, all.get(dimension).size())
                                .mapToObj(each -> cell(dimension, each).add(more.cell(dimension, each)))
                                .toList())
                        .toList();
    }

    /** Whether it is the same figure, however many zeros its numbers are written with. */
    boolean isSame(@Nullable IndicatorFigure other) {
        return other != null && stripped().equals(other.stripped());
    }

    private IndicatorFigure stripped() {
        return new IndicatorFigure(
                number == null ? null : number.stripTrailingZeros(),
                denominator == null ? null : denominator.stripTrailingZeros(),
                people,
                words,
                cells);
    }

    /** A figure in one line, the same for the same figure; empty for none. */
    public static String mark(@Nullable IndicatorFigure it) {
        if (it == null) {
            return "";
        }
        String cells = it.cells == null ? "" : " " + it.cells;
        if (it.people != null) {
            return it.people.women() + "," + it.people.men() + "," + it.people.other() + "," + it.people.notStated()
                    + cells;
        }
        return it.words != null
                ? LINE_BREAK.matcher(it.words).replaceAll("")
                : plain(it.number) + "/" + plain(it.denominator) + cells;
    }

    private static String plain(@Nullable BigDecimal number) {
        return number == null ? "" : number.stripTrailingZeros().toPlainString();
    }

    /** Its columns, each with a prefix; all null for no figure. */
    static Map<String, @Nullable Object> columns(String prefix, @Nullable IndicatorFigure it) {
        PeopleBySex people = it == null ? null : it.people;
        Map<String, @Nullable Object> all = new TreeMap<>();
        all.put(prefix + "_number", it == null ? null : it.number);
        all.put(prefix + "_denominator", it == null ? null : it.denominator);
        all.put(prefix + "_people_women", people == null ? null : people.women());
        all.put(prefix + "_people_men", people == null ? null : people.men());
        all.put(prefix + "_people_other", people == null ? null : people.other());
        all.put(prefix + "_people_not_stated", people == null ? null : people.notStated());
        all.put(prefix + "_words", it == null ? null : it.words);
        all.put(
                prefix + "_cells",
                new SqlParameterValue(
                        Types.OTHER,
                        it == null || it.cells == null
                                ? null
                                : Json.of(it.cells).toString()));
        return all;
    }

    /**
     * A number of people by sex. <i>Not stated</i> is a cell, and the total is always the sum of the four (R-GAR-5).
     *
     * @param women zero or more, as the others
     */
    public record PeopleBySex(int women, int men, int other, int notStated) {

        /** The highest number in a cell. */
        public static final int MOST = 10_000_000;

        /** Nobody. */
        public static final PeopleBySex NOBODY = new PeopleBySex(0, 0, 0, 0);

        public PeopleBySex {
            if (women < 0 || men < 0 || other < 0 || notStated < 0) {
                throw new IllegalArgumentException("a negative number of people");
            }
        }

        public long total() {
            return (long) women + men + other + notStated;
        }

        /** The sums of the cells. */
        public PeopleBySex plus(PeopleBySex more) {
            return new PeopleBySex(
                    Math.addExact(women, more.women),
                    Math.addExact(men, more.men),
                    Math.addExact(other, more.other),
                    Math.addExact(notStated, more.notStated));
        }
    }
}
