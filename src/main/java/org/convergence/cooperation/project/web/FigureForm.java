package org.convergence.cooperation.project.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.convergence.cooperation.project.domain.Disaggregation;
import org.convergence.cooperation.project.domain.IndicatorFigure;
import org.convergence.cooperation.project.domain.IndicatorFigure.PeopleBySex;
import org.convergence.cooperation.project.domain.IndicatorService.IndicatorKind;
import org.convergence.cooperation.project.domain.MeasurementQueries.IndicatorRow;
import org.convergence.cooperation.project.web.ProjectRequests.CellsOfDimension;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormValues;
import org.jspecify.annotations.Nullable;

/**
 * The controls of a figure, whose names begin with a prefix: a number, a part and its whole, four cells, or words. A
 * number of people without a distribution is not stated.
 */
final class FigureForm {

    static final BigDecimal MOST = new BigDecimal("10000000000");

    private static final BigDecimal LEAST_DENOMINATOR = new BigDecimal("0.01");
    private static final int LONGEST = 2_000;

    private static final List<String> CONTROLS =
            List.of(".number", ".denominator", ".women", ".men", ".other", ".notStated", ".words");

    private static final Pattern CELL = Pattern.compile("\\.d(\\d+)c(\\d+)$");

    private FigureForm() {}

    /** The end of the name of a cell's control. */
    static String cellName(int dimension, int cell) {
        return ".d" + dimension + "c" + cell;
    }

    /** Puts the cells of an API request in their controls; refuses those that are not of the indicator. */
    static void putCells(
            FormValues answers,
            String prefix,
            @Nullable List<CellsOfDimension> cells,
            List<Disaggregation> dimensions) {
        List<CellsOfDimension> given = Objects.requireNonNullElse(cells, List.of());
        for (int dimension = 0; dimension < given.size(); dimension++) {
            List<BigDecimal> numbers = given.get(dimension).numbers();
            int known = dimension < dimensions.size()
                    ? dimensions.get(dimension).cells().size()
                    : 0;
            if (numbers.size() > known) {
                answers.reject("%s.cells[%d].numbers".formatted(prefix, dimension), "project.refused.cells", known);
                continue;
            }
            for (int cell = 0; cell < numbers.size(); cell++) {
                answers.form().with(prefix + cellName(dimension, cell), numbers.get(cell));
            }
        }
    }

    /** The name in an API request of a field of the form. */
    static String nameInRequest(String field) {
        return CELL.matcher(field).replaceAll(".cells[$1].numbers[$2]");
    }

    static Form fill(Form form, String prefix, @Nullable IndicatorFigure figure) {
        PeopleBySex people = figure == null ? null : figure.people();
        if (people != null) {
            form.with(prefix + ".women", people.women())
                    .with(prefix + ".men", people.men())
                    .with(prefix + ".other", people.other())
                    .with(prefix + ".notStated", people.notStated());
        } else if (figure != null) {
            form.with(prefix + ".number", plain(figure.number()))
                    .with(prefix + ".denominator", plain(figure.denominator()))
                    .with(prefix + ".words", figure.words());
        }
        if (figure != null && figure.cells() != null) {
            for (int dimension = 0; dimension < figure.cells().size(); dimension++) {
                for (int cell = 0; cell < figure.cells().get(dimension).size(); cell++) {
                    form.with(prefix + cellName(dimension, cell), plain(figure.cell(dimension, cell)));
                }
            }
        }
        return form;
    }

    /** Fills the controls again, and empties those that the figure has not. */
    static void refill(Form form, String prefix, @Nullable IndicatorFigure figure) {
        CONTROLS.forEach(control -> form.with(prefix + control, null));
        for (int dimension = 0; dimension < Disaggregation.MOST; dimension++) {
            for (int cell = 0; cell < Disaggregation.MOST_CELLS; cell++) {
                form.with(prefix + cellName(dimension, cell), null);
            }
        }
        fill(form, prefix, figure);
    }

    private static @Nullable BigDecimal plain(@Nullable BigDecimal number) {
        return number == null
                ? null
                : new BigDecimal(number.stripTrailingZeros().toPlainString());
    }

    /** The figure; {@code null} if nothing is typed. */
    static @Nullable IndicatorFigure read(FormValues answers, String prefix, IndicatorKind kind, boolean bySex) {
        if (kind == IndicatorKind.QUALITATIVE) {
            String words = answers.optionalText(prefix + ".words", LONGEST);
            return words == null ? null : IndicatorFigure.ofWords(words);
        }
        if (bySex) {
            return readPeople(answers, prefix);
        }
        BigDecimal least = kind == IndicatorKind.RATIO ? BigDecimal.ZERO : MOST.negate();
        BigDecimal number =
                decimals(answers, prefix + ".number", answers.optionalNumber(prefix + ".number", least, MOST));
        if (kind == IndicatorKind.QUANTITY) {
            return number == null ? null : IndicatorFigure.of(number);
        }
        BigDecimal whole = decimals(
                answers,
                prefix + ".denominator",
                answers.optionalNumber(prefix + ".denominator", LEAST_DENOMINATOR, MOST));
        if (number == null && whole == null) {
            return null;
        }
        if (number == null || whole == null) {
            answers.reject(prefix + (number == null ? ".number" : ".denominator"), "shell.form.required");
            return null;
        }
        return IndicatorFigure.ratio(number, whole);
    }

    /** The figure of an indicator with its dimensions. */
    static @Nullable IndicatorFigure read(FormValues answers, String prefix, IndicatorRow indicator) {
        return read(answers, prefix, indicator.kind(), indicator.bySex(), indicator.disaggregations());
    }

    /** The figure with the cells of its dimensions, which do not exceed it; a total that is not typed is their sum. */
    static @Nullable IndicatorFigure read(
            FormValues answers, String prefix, IndicatorKind kind, boolean bySex, List<Disaggregation> dimensions) {
        return withCells(answers, prefix, read(answers, prefix, kind, bySex), bySex, bySex, dimensions);
    }

    private static @Nullable IndicatorFigure withCells(
            FormValues answers,
            String prefix,
            @Nullable IndicatorFigure total,
            boolean isOfPeople,
            boolean bySex,
            List<Disaggregation> dimensions) {
        List<List<BigDecimal>> cells = new ArrayList<>();
        BigDecimal most = BigDecimal.ZERO;
        for (int dimension = 0; dimension < dimensions.size(); dimension++) {
            List<BigDecimal> numbers = new ArrayList<>();
            for (int cell = 0; cell < dimensions.get(dimension).cells().size(); cell++) {
                String field = prefix + cellName(dimension, cell);
                numbers.add(isOfPeople ? BigDecimal.valueOf(zero(cell(answers, field))) : part(answers, field));
            }
            BigDecimal sum = numbers.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
            BigDecimal whole = total == null ? null : total.amount().orElse(BigDecimal.ZERO);
            if (whole != null && sum.compareTo(whole) > 0) {
                answers.reject(prefix + cellName(dimension, 0), "project.refused.sum", sum, whole);
            }
            most = most.max(sum);
            cells.add(numbers);
        }
        if (total == null) {
            IndicatorFigure computed = bySex
                    ? IndicatorFigure.of(new PeopleBySex(
                            0,
                            0,
                            0,
                            most.min(BigDecimal.valueOf(PeopleBySex.MOST)).intValue()))
                    : IndicatorFigure.of(most);
            return most.signum() == 0 ? null : computed.with(cells);
        }
        return total.words() != null || total.denominator() != null ? total : total.with(cells);
    }

    private static BigDecimal part(FormValues answers, String field) {
        BigDecimal number = decimals(answers, field, answers.optionalNumber(field, BigDecimal.ZERO, MOST));
        return number == null ? BigDecimal.ZERO : number;
    }

    /** A target, which may be a total of people alone: a whole number. */
    static @Nullable IndicatorFigure readTarget(FormValues answers, String prefix, IndicatorRow indicator) {
        boolean hasCells = List.of(".women", ".men", ".other", ".notStated").stream()
                .anyMatch(cell -> answers.form().filled(prefix + cell));
        if (!indicator.bySex() || hasCells) {
            return read(answers, prefix, indicator);
        }
        Integer total = cell(answers, prefix + ".number");
        return withCells(
                answers,
                prefix,
                total == null ? null : IndicatorFigure.of(BigDecimal.valueOf(total)),
                true,
                false,
                indicator.disaggregations());
    }

    private static @Nullable BigDecimal decimals(FormValues answers, String field, @Nullable BigDecimal number) {
        if (number != null && number.stripTrailingZeros().scale() > 2) {
            answers.reject(field, "project.refused.decimals");
        }
        return number;
    }

    /** The cells; if a total is typed too, the rest of it is not stated. */
    private static @Nullable IndicatorFigure readPeople(FormValues answers, String prefix) {
        Integer women = cell(answers, prefix + ".women");
        Integer men = cell(answers, prefix + ".men");
        Integer other = cell(answers, prefix + ".other");
        Integer notStated = cell(answers, prefix + ".notStated");
        Integer total = cell(answers, prefix + ".number");
        long sum = zero(women) + zero(men) + zero(other) + zero(notStated);
        if (women == null && men == null && other == null && notStated == null && total == null) {
            return null;
        }
        if (total != null && (sum > total || (notStated != null && sum < total))) {
            answers.reject(prefix + ".number", "project.refused.sum", sum, total);
            return null;
        }
        long rest = total == null ? zero(notStated) : zero(notStated) + total - sum;
        return IndicatorFigure.of(new PeopleBySex((int) zero(women), (int) zero(men), (int) zero(other), (int) rest));
    }

    private static @Nullable Integer cell(FormValues answers, String field) {
        return answers.optionalWholeNumber(field, 0, PeopleBySex.MOST);
    }

    private static long zero(@Nullable Integer number) {
        return number == null ? 0 : number;
    }
}
