package org.convergence.resources.grant.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormValues;
import org.convergence.platform.text.NumberReader;
import org.convergence.platform.text.Words;
import org.convergence.resources.spending.Budgets.BudgetLineFacts;
import org.convergence.resources.spending.CostClass;

/**
 * Budget lines pasted from a spreadsheet: code, label and amount; code and amount; or label and amount. A first row of
 * headings is passed over, and a last row with the total is compared with the sum.
 */
public final class PastedBudgetLines {

    private static final int MOST_LINES = 200;
    private static final int LONGEST_CODE = 40;
    private static final int LONGEST_LABEL = 300;
    private static final int LONGEST = 50_000;

    private PastedBudgetLines() {}

    /**
     * What was read of the pasted rows, before anything is recorded.
     *
     * @param total their sum
     */
    public record BudgetLinesPreview(List<PastedLineRow> rows, String total) {

        static BudgetLinesPreview of(List<BudgetLineFacts> lines, String currency, Words t) {
            return new BudgetLinesPreview(
                    lines.stream()
                            .map(line -> new PastedLineRow(line.code(), line.label(), t.money(line.amount(), currency)))
                            .toList(),
                    t.money(sum(lines), currency));
        }
    }

    /** A line as it was read. */
    public record PastedLineRow(String code, String label, String amount) {}

    /** Whether the form asks to look at what is read, and to record nothing. */
    static boolean isPreview(Form form) {
        return form.filled("look");
    }

    static List<BudgetLineFacts> read(FormValues answers) {
        List<String> rows = answers.text("lines", LONGEST)
                .lines()
                .filter(row -> !row.replaceAll("[\t;|]", "").isBlank())
                .toList();
        List<BudgetLineFacts> lines = new ArrayList<>();
        for (int at = 0; at < Math.min(MOST_LINES + 2, rows.size()); at++) {
            List<String> cells = cells(rows.get(at));
            Optional<BigDecimal> amount = amount(cells);
            boolean isHeading = at == 0
                    && amount.isEmpty()
                    && cells.size() > 1
                    && rows.size() > 1
                    && cells.stream().noneMatch(cell -> cell.chars().anyMatch(Character::isDigit));
            if (isHeading) {
                continue;
            }
            if (at > 0 && at == rows.size() - 1 && isTotal(cells) && amount.isPresent()) {
                if (amount.get().compareTo(sum(lines)) != 0) {
                    answers.reject("lines", "grant.agreement.refused.lines-total", amount.get(), sum(lines));
                }
                continue;
            }
            if (cells.size() < 2 || !AgreementForm.isAmount(amount)) {
                answers.reject(
                        "lines", "grant.agreement.refused.line", rows.get(at).strip());
                return List.of();
            }
            lines.add(line(cells, lines.size() + 1, amount.orElse(BigDecimal.ZERO)));
            if (lines.get(lines.size() - 1).label().length() > LONGEST_LABEL) {
                answers.reject(
                        "lines", "grant.agreement.refused.line", rows.get(at).strip());
                return List.of();
            }
        }
        if (lines.size() > MOST_LINES || rows.size() > MOST_LINES + 2) {
            answers.reject("lines", "shell.form.too-many", MOST_LINES);
        }
        return lines;
    }

    /** Empty cells at the end of a row are those of the columns beside. */
    private static List<String> cells(String row) {
        List<String> cells = new ArrayList<>(
                Arrays.stream(row.split("[\t;|]", -1)).map(String::strip).toList());
        while (!cells.isEmpty() && cells.get(cells.size() - 1).isEmpty()) {
            cells.remove(cells.size() - 1);
        }
        return cells;
    }

    private static Optional<BigDecimal> amount(List<String> cells) {
        return NumberReader.number(cells.get(cells.size() - 1).replace("$", "").strip());
    }

    private static boolean isTotal(List<String> cells) {
        return cells.stream()
                .filter(cell -> !cell.isEmpty())
                .findFirst()
                .filter(cell -> cell.toLowerCase(Locale.ROOT).startsWith("total"))
                .isPresent();
    }

    /** A row whose first cell is no code is numbered by its place. */
    private static BudgetLineFacts line(List<String> cells, int place, BigDecimal amount) {
        String first = cells.get(0);
        boolean isCode = !first.isEmpty() && first.length() <= LONGEST_CODE;
        String label = cells.size() > 2 ? cells.get(1) : first;
        String code = isCode ? first : String.valueOf(place);
        return new BudgetLineFacts(code, label.isEmpty() ? code : label, CostClass.DIRECT, amount);
    }

    private static BigDecimal sum(List<BudgetLineFacts> lines) {
        return lines.stream().map(BudgetLineFacts::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
