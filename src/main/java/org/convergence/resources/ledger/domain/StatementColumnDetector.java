package org.convergence.resources.ledger.domain;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.convergence.platform.imports.ImportColumn;
import org.convergence.platform.text.DateReader;
import org.jspecify.annotations.Nullable;

/**
 * Detects the columns of a bank's file without titles: day and text by their look; among the amounts, the balance is
 * the one to which the others add up, and it tells money received from money paid out.
 */
final class StatementColumnDetector {

    private static final double MOSTLY = 0.8;

    private final List<List<String>> rows;
    private final int width;
    private final List<@Nullable ImportColumn> columns;

    private StatementColumnDetector(List<List<String>> rows) {
        this.rows = rows;
        this.width = rows.stream().mapToInt(List::size).max().orElse(0);
        this.columns = new ArrayList<>(Collections.nCopies(width, null));
    }

    /** Whether a row is a line of an account rather than titles: it has a day and an amount. */
    static boolean isLine(List<String> row) {
        return row.stream().anyMatch(StatementColumnDetector::isDay)
                && row.stream().anyMatch(BankAmountParser::isAmount);
    }

    /** The content of each column. */
    static List<@Nullable ImportColumn> detect(List<List<String>> rows) {
        StatementColumnDetector shape = new StatementColumnDetector(rows);
        shape.detectColumns();
        return shape.columns;
    }

    private void detectColumns() {
        first(it -> all(it, StatementColumnDetector::isDay)).ifPresent(it -> columns.set(it, StatementColumn.DAY));
        List<Integer> amounts =
                free().filter(it -> all(it, BankAmountParser::isAmount)).boxed().toList();
        Optional<Integer> balance = amounts.size() < 2
                ? Optional.empty()
                : amounts.stream().filter(it -> isRunningBalance(it, amounts)).findFirst();
        balance.ifPresent(it -> columns.set(it, StatementColumn.BALANCE));
        List<Integer> moved = amounts.stream()
                .filter(it -> balance.isEmpty() || !it.equals(balance.get()))
                .toList();
        if (moved.size() == 1) {
            columns.set(moved.get(0), classifySingleAmount(moved.get(0), balance.orElse(width)));
        } else if (balance.isEmpty() && together(moved)) {
            assignAmountAndBalance(moved.get(0), moved.get(moved.size() - 1));
        } else if (moved.size() > 1) {
            assignDepositAndWithdrawal(moved, balance.orElse(null));
        }
        texts().forEach(it -> columns.set(it, StatementColumn.TEXT));
        first(it -> filled(it) < rows.size() && all(it, text -> text.matches("\\d{1,12}")))
                .ifPresent(it -> columns.set(it, StatementColumn.REFERENCE));
    }

    private IntStream free() {
        return IntStream.range(0, width).filter(it -> columns.get(it) == null);
    }

    private Optional<Integer> first(Predicate<Integer> test) {
        return free().boxed().filter(test).findFirst();
    }

    private String cell(int row, int column) {
        List<String> cells = rows.get(row);
        return column < cells.size() ? cells.get(column).strip() : "";
    }

    private long filled(int column) {
        return IntStream.range(0, rows.size())
                .filter(row -> !cell(row, column).isEmpty())
                .count();
    }

    /** Whether a column is not empty, and all its cells pass the test. */
    private boolean all(int column, Predicate<String> test) {
        return filled(column) > 0
                && IntStream.range(0, rows.size())
                        .mapToObj(row -> cell(row, column))
                        .allMatch(text -> text.isEmpty() || test.test(text));
    }

    /** The text columns whose value varies; else the most informative one. */
    private List<Integer> texts() {
        List<Integer> words = free().boxed().filter(this::isOfWords).toList();
        List<Integer> varied =
                words.stream().filter(it -> countDistinct(it) > 1).toList();
        return varied.isEmpty()
                ? words.stream().max(Comparator.comparingDouble(this::informativeness)).stream()
                        .toList()
                : varied;
    }

    private boolean isOfWords(int column) {
        long words = IntStream.range(0, rows.size())
                .filter(row -> cell(row, column).chars().anyMatch(Character::isLetter))
                .count();
        return words > 0 && words * 2 >= filled(column);
    }

    private long countDistinct(int column) {
        return IntStream.range(0, rows.size())
                .mapToObj(row -> cell(row, column))
                .distinct()
                .count();
    }

    /** How informative a text column is: the institution's name is the same in each row. */
    private double informativeness(int column) {
        double length = IntStream.range(0, rows.size())
                .map(row -> cell(row, column).length())
                .average()
                .orElse(0);
        return countDistinct(column) * length;
    }

    private BigDecimal amount(int row, int column) {
        return BankAmountParser.parseSigned(cell(row, column)).orElse(BigDecimal.ZERO);
    }

    /** Whether a column is a running balance of the others, in either order of the file. */
    private boolean isRunningBalance(int column, List<Integer> amounts) {
        if (filled(column) < rows.size() || rows.size() < 2) {
            return false;
        }
        int down = 0;
        int up = 0;
        for (int row = 1; row < rows.size(); row++) {
            BigDecimal step =
                    amount(row, column).subtract(amount(row - 1, column)).abs();
            down += moved(row, column, amounts, step) ? 1 : 0;
            up += moved(row - 1, column, amounts, step) ? 1 : 0;
        }
        return Math.max(down, up) >= MOSTLY * (rows.size() - 1);
    }

    private boolean moved(int row, int balance, List<Integer> amounts, BigDecimal step) {
        return amounts.stream()
                .filter(it -> it != balance)
                .anyMatch(
                        it -> !cell(row, it).isEmpty() && amount(row, it).abs().compareTo(step) == 0);
    }

    /**
     * In how many rows the amount of a column increases the balance, less those where it decreases it: below zero for
     * money paid out.
     */
    private int countIncreases(int column, int balance) {
        int down = 0;
        int up = 0;
        int fits = 0;
        for (int row = 1; row < rows.size(); row++) {
            BigDecimal step = amount(row, balance).subtract(amount(row - 1, balance));
            boolean downwards =
                    !cell(row, column).isEmpty() && amount(row, column).abs().compareTo(step.abs()) == 0;
            boolean upwards = !cell(row - 1, column).isEmpty()
                    && amount(row - 1, column).abs().compareTo(step.abs()) == 0;
            down += downwards ? step.signum() : 0;
            up -= upwards ? step.signum() : 0;
            fits += (downwards ? 1 : 0) - (upwards ? 1 : 0);
        }
        return fits >= 0 ? down : up;
    }

    /**
     * An amount without sign is a withdrawal if an empty column lies between it and the balance, and a deposit if one
     * lies before it.
     */
    private StatementColumn classifySingleAmount(int amount, int balance) {
        boolean signed = IntStream.range(0, rows.size())
                .anyMatch(row -> amount(row, amount).signum() < 0);
        if (!signed && balance == amount + 2 && filled(amount + 1) == 0) {
            return StatementColumn.WITHDRAWAL;
        }
        return !signed && balance == amount + 1 && amount > 0 && filled(amount - 1) == 0
                ? StatementColumn.DEPOSIT
                : StatementColumn.AMOUNT;
    }

    /** Whether a row has both amounts: then they are not withdrawal and deposit, since no line is both. */
    private boolean together(List<Integer> amounts) {
        return amounts.size() > 1
                && IntStream.range(0, rows.size())
                        .anyMatch(row -> !cell(row, amounts.get(0)).isEmpty()
                                && !cell(row, amounts.get(1)).isEmpty());
    }

    /** One or two lines that do not add up: the last column is the balance. */
    private void assignAmountAndBalance(int amount, int balance) {
        columns.set(amount, classifySingleAmount(amount, balance));
        columns.set(balance, StatementColumn.BALANCE);
    }

    /** Without balance, withdrawals come before deposits, as usual. */
    private void assignDepositAndWithdrawal(List<Integer> moved, @Nullable Integer balance) {
        int one = moved.get(0);
        int other = moved.get(1);
        boolean swapped = balance != null && (countIncreases(one, balance) > 0 || countIncreases(other, balance) < 0);
        columns.set(one, swapped ? StatementColumn.DEPOSIT : StatementColumn.WITHDRAWAL);
        columns.set(other, swapped ? StatementColumn.WITHDRAWAL : StatementColumn.DEPOSIT);
    }

    private static boolean isDay(String text) {
        boolean looks =
                text.matches("(19|20)\\d{6}") || (text.matches(".*\\d.*[/.\\s-].*\\d.*") && text.length() <= 30);
        return looks
                && (DateReader.read(text).isPresent()
                        || DateOrder.MONTH_FIRST.parse(text).isPresent())
                && !BankAmountParser.isAmount(text);
    }
}
