package org.convergence.resources.grant.domain;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.convergence.platform.text.NumberReader;
import org.convergence.resources.spending.Budgets.BudgetLineFacts;
import org.convergence.resources.spending.CostClass;

/**
 * A line of an application's budget.
 *
 * @param label 1 to 200 characters
 * @param requested what is asked from the funder
 * @param other what others pay: our part, partners, gifts in kind
 */
public record RequestedLine(String label, BigDecimal requested, BigDecimal other) {

    /** The most lines of a budget. */
    public static final int MOST = 100;

    private static final int LONGEST_LABEL = 200;
    private static final BigDecimal LARGEST = new BigDecimal("999999999999");

    /** The total cost of the line. */
    public BigDecimal total() {
        return requested.add(other);
    }

    /**
     * Lines written or pasted from a spreadsheet.
     *
     * @param unread the numbers of the lines that cannot be read, from 1
     */
    public record WrittenLines(List<RequestedLine> lines, List<Integer> unread) {}

    /** Reads “Salaires; 12 000; 3 000” or cells pasted from a spreadsheet, one line each; the last number may miss. */
    public static WrittenLines parse(String text) {
        List<RequestedLine> lines = new ArrayList<>();
        List<Integer> unread = new ArrayList<>();
        String[] written = text.split("\\R", -1);
        for (int i = 0; i < written.length; i++) {
            if (!written[i].isBlank()) {
                Optional<RequestedLine> line = parseLine(written[i]);
                line.ifPresent(lines::add);
                if (line.isEmpty()) {
                    unread.add(i + 1);
                }
            }
        }
        return new WrittenLines(lines, unread);
    }

    private static Optional<RequestedLine> parseLine(String line) {
        String[] cells = line.split(line.indexOf('\t') >= 0 ? "\t" : ";", -1);
        String label = cells[0].strip();
        boolean isShaped = cells.length >= 2
                && cells.length <= 3
                && !label.isEmpty()
                && label.codePointCount(0, label.length()) <= LONGEST_LABEL;
        if (!isShaped) {
            return Optional.empty();
        }
        return amount(cells[1])
                .flatMap(requested -> amount(cells.length < 3 ? "" : cells[2])
                        .map(other -> new RequestedLine(label, requested, other)));
    }

    private static Optional<BigDecimal> amount(String cell) {
        String number = cell.replace("$", "").strip();
        return number.isEmpty()
                ? Optional.of(BigDecimal.ZERO)
                : NumberReader.number(number)
                        .filter(each -> each.signum() >= 0
                                && each.compareTo(LARGEST) <= 0
                                && each.stripTrailingZeros().scale() <= 2);
    }

    /** The lines of an award: those with money of the funder, or one line where their sum is not the amount granted. */
    static List<BudgetLineFacts> granted(GrantAward award, List<RequestedLine> budget, String title) {
        BigDecimal amount = award.amount();
        List<RequestedLine> asked = asked(award.lines().isEmpty() ? budget : award.lines());
        BigDecimal sum = asked.stream().map(RequestedLine::requested).reduce(BigDecimal.ZERO, BigDecimal::add);
        List<RequestedLine> granted =
                sum.compareTo(amount) == 0 ? asked : List.of(new RequestedLine(title, amount, BigDecimal.ZERO));
        return IntStream.range(0, granted.size())
                .mapToObj(n -> new BudgetLineFacts(
                        String.valueOf(n + 1),
                        granted.get(n).label(),
                        CostClass.DIRECT,
                        granted.get(n).requested()))
                .toList();
    }

    private static List<RequestedLine> asked(List<RequestedLine> budget) {
        return budget.stream().filter(line -> line.requested().signum() > 0).toList();
    }

    /** The lines with money of the funder, as they are written in a form, without what others pay. */
    public static String formatRequested(List<RequestedLine> budget) {
        return asked(budget).stream()
                .map(each -> each.label().replace(';', ',') + "; "
                        + each.requested().stripTrailingZeros().toPlainString())
                .collect(Collectors.joining("\n"));
    }

    /** The lines as they are written in the form. */
    public static String format(List<RequestedLine> lines) {
        return lines.stream()
                .map(each -> each.label().replace(';', ',') + "; "
                        + each.requested().stripTrailingZeros().toPlainString() + "; "
                        + each.other().stripTrailingZeros().toPlainString())
                .collect(Collectors.joining("\n"));
    }
}
