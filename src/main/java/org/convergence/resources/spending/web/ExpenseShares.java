package org.convergence.resources.spending.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormValues;
import org.convergence.resources.spending.domain.ExpenseFacts;
import org.convergence.resources.spending.domain.ExpenseFacts.ExpenseSplit;
import org.convergence.resources.spending.domain.ExpenseQueries;
import org.convergence.resources.spending.domain.ExpenseQueries.SplitRow;
import org.convergence.resources.spending.domain.SplitPolicy;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** The lines of an expense in its form, each with its share as a percent or an amount; an empty share takes the rest. */
final class ExpenseShares {

    /** The field that tells in what shares are written. */
    static final String BASIS = "by";

    private static final int LINES = 3;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private ExpenseShares() {}

    /** In what shares are written. */
    public enum ShareBasis {
        PERCENT,
        AMOUNT;

        /** The message key of its name. */
        public String key() {
            return "spending.share." + name();
        }
    }

    /** How many lines a form offers: all that it has, and one more. */
    static int count(Form form) {
        return Math.min(ExpenseFacts.MOST_SPLITS, Math.max(LINES, filled(form) + 1));
    }

    private static int filled(Form form) {
        return IntStream.rangeClosed(1, ExpenseFacts.MOST_SPLITS)
                .filter(i -> form.filled("line" + i) || form.filled("share" + i))
                .max()
                .orElse(0);
    }

    /** Writes the splits of an expense: as percents of two decimals if these give the same cents, else as amounts. */
    static void open(Form form, Money amount, List<SplitRow> splits) {
        List<Money> parts = SplitPolicy.distribute(
                amount, splits.stream().map(SplitRow::amount).toList());
        List<BigDecimal> percents = percents(amount, parts);
        boolean byPercent = percents.stream().allMatch(percent -> percent.signum() >= 0)
                && SplitPolicy.distribute(amount, percents).equals(parts);
        form.with(BASIS, byPercent ? ShareBasis.PERCENT : ShareBasis.AMOUNT);
        for (int i = 0; i < splits.size(); i++) {
            form.with("line" + (i + 1), splits.get(i).line().value());
            if (i + 1 < splits.size()) {
                form.with(
                        "share" + (i + 1),
                        byPercent ? percents.get(i) : parts.get(i).getAmount());
            }
        }
    }

    private static List<BigDecimal> percents(Money amount, List<Money> parts) {
        List<BigDecimal> percents = new ArrayList<>();
        BigDecimal rest = HUNDRED;
        for (int i = 0; i + 1 < parts.size(); i++) {
            BigDecimal percent = parts.get(i)
                    .getAmount()
                    .multiply(HUNDRED)
                    .divide(amount.getAmount(), 2, RoundingMode.HALF_UP)
                    .stripTrailingZeros();
            percents.add(percent);
            rest = rest.subtract(percent);
        }
        percents.add(rest);
        return percents;
    }

    static List<ExpenseSplit> read(FormValues answers, Money amount, ExpenseQueries queries) {
        boolean byPercent = answers.optionalChoice(BASIS, ShareBasis.class) != ShareBasis.AMOUNT;
        List<ExpenseSplit> splits = new ArrayList<>();
        BigDecimal rest = byPercent ? HUNDRED : amount.getAmount();
        int open = -1;
        for (int i = 1; i <= Math.max(LINES, filled(answers.form())); i++) {
            String line = answers.form().value("line" + i);
            BigDecimal share = readShare(answers, "share" + i, byPercent, amount);
            if (line.isBlank()) {
                if (i == 1 || share != null) {
                    answers.reject("line" + i, "shell.form.required");
                }
                continue;
            }
            if (share == null && open >= 0) {
                answers.reject("share" + i, "spending.refused.share");
            }
            open = share == null ? splits.size() : open;
            rest = share == null ? rest : rest.subtract(share);
            int field = i;
            queries.findLine(line)
                    .ifPresentOrElse(
                            known -> splits.add(
                                    new ExpenseSplit(known, byPercent ? share : null, byPercent ? null : share)),
                            () -> answers.reject("line" + field, "shell.form.choice"));
        }
        if (open >= 0 && open < splits.size()) {
            splits.set(
                    open, new ExpenseSplit(splits.get(open).line(), byPercent ? rest : null, byPercent ? null : rest));
        }
        return splits;
    }

    private static @Nullable BigDecimal readShare(FormValues answers, String field, boolean byPercent, Money amount) {
        BigDecimal share = answers.optionalNumber(field, BigDecimal.ZERO, byPercent ? HUNDRED : ExpenseForm.MOST);
        if (!byPercent
                && Objects.requireNonNullElse(share, BigDecimal.ZERO)
                                .stripTrailingZeros()
                                .scale()
                        > amount.getCurrencyUnit().getDecimalPlaces()) {
            answers.reject(field, "spending.refused.cents");
        }
        return share;
    }
}
