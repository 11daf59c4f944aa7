package org.convergence.resources.dues.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.convergence.directory.people.Decision;
import org.convergence.directory.people.DecisionForm;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormValues;
import org.convergence.platform.text.NumberReader;
import org.convergence.resources.dues.RateShape;
import org.convergence.resources.dues.domain.AdoptedRate;
import org.convergence.resources.dues.domain.Bracket;
import org.convergence.resources.dues.domain.Rate;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/** The fields of a rate, written and read. A bracket is two fields of one index. */
final class RateForm {

    static final String FROM = "from";
    static final String EACH = "each";
    static final int MOST = 30;

    private static final BigDecimal HIGHEST = BigDecimal.valueOf(10_000_000);
    private static final int DECIMALS = 4;
    private static final int LARGEST = 10_000_000;
    private static final CurrencyUnit CAD = CurrencyUnit.of("CAD");

    private RateForm() {}

    /** The values of the form. */
    record RateInput(int version, LocalDate since, Rate rate, Decision decision) {}

    static Form fill(AdoptedRate adopted) {
        Rate rate = adopted.rate();
        Form form = Form.blank()
                .atVersion(adopted.version())
                .with("since", adopted.since())
                .with("shape", rate.shape())
                .with("amount", rate.shape().hasBrackets() ? null : rate.amount())
                .with(FROM, rate.brackets().stream().map(Bracket::from).toList())
                .with(EACH, rate.brackets().stream().map(Bracket::amount).toList())
                .with("minimum", rate.minimum())
                .with("maximum", rate.maximum());
        return DecisionForm.fill(form, adopted.decision());
    }

    static RateInput read(Form form, FormValues answers) {
        RateShape shape = answers.choice("shape", RateShape.class);
        BigDecimal amount = shape.hasBrackets() ? BigDecimal.ZERO : amount(form, "amount", answers);
        List<Bracket> brackets = shape.hasBrackets() ? brackets(form) : List.of();
        BigDecimal minimum = optional(form, "minimum", answers);
        BigDecimal maximum = optional(form, "maximum", answers);
        if (minimum != null && maximum != null && minimum.compareTo(maximum) > 0) {
            form.reject("maximum", "dues.refused.bounds");
        }
        LocalDate since = answers.date("since");
        Decision decision = DecisionForm.read(answers);
        return new RateInput(
                answers.version(), since, new Rate(shape, CAD, amount, brackets, minimum, maximum), decision);
    }

    private static BigDecimal amount(Form form, String field, FormValues answers) {
        BigDecimal amount = answers.number(field, BigDecimal.ZERO, HIGHEST);
        return rounded(form, field, amount);
    }

    private static @Nullable BigDecimal optional(Form form, String field, FormValues answers) {
        BigDecimal amount = answers.optionalNumber(field, BigDecimal.ZERO, HIGHEST);
        return amount == null ? null : rounded(form, field, amount);
    }

    private static BigDecimal rounded(Form form, String field, BigDecimal amount) {
        if (amount.stripTrailingZeros().scale() > DECIMALS) {
            form.reject(field, "dues.refused.decimals", DECIMALS);
            return BigDecimal.ZERO;
        }
        return amount;
    }

    /**
     * The brackets by lower bound, whatever the order of the rows; rejects an incomplete row, a duplicate, and a
     * missing 0.
     */
    private static List<Bracket> brackets(Form form) {
        List<Bracket> brackets = new ArrayList<>();
        for (int i = 0; i < Math.min(MOST, form.values(FROM).size()); i++) {
            String from = valueAt(form, FROM, i).strip();
            String each = valueAt(form, EACH, i).strip();
            if (from.isEmpty() && each.isEmpty()) {
                continue;
            }
            Optional<BigDecimal> first = NumberReader.number(from).filter(it -> between(it, LARGEST, 0));
            Optional<BigDecimal> amount = NumberReader.number(each).filter(it -> between(it, LARGEST, DECIMALS));
            if (first.isEmpty() || amount.isEmpty()) {
                form.reject(FROM, "dues.refused.bracket", i + 1);
                return List.of();
            }
            brackets.add(new Bracket(first.get().intValue(), amount.get()));
        }
        brackets.sort(Comparator.comparingInt(Bracket::from));
        boolean twice = brackets.stream().mapToInt(Bracket::from).distinct().count() < brackets.size();
        if (brackets.isEmpty() || brackets.get(0).from() != 0 || twice) {
            form.reject(FROM, twice ? "dues.refused.bracket-twice" : "dues.refused.bracket-zero");
            return List.of();
        }
        return brackets;
    }

    private static boolean between(BigDecimal number, int most, int decimals) {
        return number.signum() >= 0
                && number.compareTo(BigDecimal.valueOf(most)) <= 0
                && number.stripTrailingZeros().scale() <= decimals;
    }

    static String valueAt(Form form, String field, int place) {
        List<String> values = form.values(field);
        return place < values.size() ? values.get(place) : "";
    }
}
