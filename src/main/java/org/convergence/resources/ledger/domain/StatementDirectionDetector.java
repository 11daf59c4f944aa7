package org.convergence.resources.ledger.domain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.convergence.platform.imports.ImportColumn;
import org.convergence.platform.text.TextNormalizer;
import org.convergence.resources.ledger.domain.DirectionVocabulary.MoneyDirection;
import org.jspecify.annotations.Nullable;

/**
 * Detects how a bank's file gives the direction of money: by two columns, by a sign, or by the words of a direction
 * column. Titles alone mislead: a column “Débit/Crédit” may hold amounts or the letters D and C.
 */
final class StatementDirectionDetector {

    private final List<@Nullable ImportColumn> columns;
    private final List<String> head;
    private final List<List<String>> rows;

    private StatementDirectionDetector(
            List<@Nullable ImportColumn> columns, List<String> head, List<List<String>> rows) {
        this.columns = new ArrayList<>(columns);
        this.head = head;
        this.rows = rows;
    }

    /** The columns, with the direction column assigned. */
    static List<@Nullable ImportColumn> placeColumns(
            List<@Nullable ImportColumn> columns, List<String> head, List<List<String>> samples) {
        StatementDirectionDetector found = new StatementDirectionDetector(columns, head, samples);
        found.correct();
        found.choose();
        return found.columns;
    }

    /** The direction settings by the samples. */
    static DirectionSettings detect(
            List<@Nullable ImportColumn> columns, List<String> head, List<List<String>> samples) {
        StatementDirectionDetector found = new StatementDirectionDetector(columns, head, samples);
        return new DirectionSettings(found.unsigned(), found.words(MoneyDirection.IN), found.words(MoneyDirection.OUT));
    }

    private Stream<String> cells(int column) {
        return rows.stream()
                .map(row -> column < 0 || column >= row.size()
                        ? ""
                        : row.get(column).strip())
                .filter(it -> !it.isEmpty());
    }

    private boolean all(int column, Predicate<String> test) {
        return cells(column).findAny().isPresent() && cells(column).allMatch(test);
    }

    private String title(int column) {
        return column >= 0 && column < head.size() ? head.get(column) : "";
    }

    private Map<String, MoneyDirection> wordsOf(int column) {
        return DirectionVocabulary.infer(title(column), cells(column).toList());
    }

    /** Corrects columns whose title and cells disagree. */
    private void correct() {
        for (int at = 0; at < columns.size(); at++) {
            ImportColumn column = columns.get(at);
            boolean figures = all(at, it -> BankAmountParser.parse(it).isPresent());
            boolean words = all(at, it -> BankAmountParser.parse(it).isEmpty());
            if (column == StatementColumn.DIRECTION && figures) {
                columns.set(at, columns.contains(StatementColumn.AMOUNT) ? null : StatementColumn.AMOUNT);
            } else if ((column == StatementColumn.DEPOSIT || column == StatementColumn.WITHDRAWAL)
                    && words
                    && !wordsOf(at).isEmpty()) {
                columns.set(at, columns.contains(StatementColumn.DIRECTION) ? null : StatementColumn.DIRECTION);
            } else if (column == StatementColumn.AMOUNT) {
                columns.set(at, amount(at));
            }
        }
    }

    /** “Montant débit” is money paid out, whatever word comes first in its title. */
    private ImportColumn amount(int at) {
        Set<MoneyDirection> titled = Arrays.stream(
                        TextNormalizer.fold(title(at)).split(" ", -1))
                .map(DirectionVocabulary::find)
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());
        ImportColumn part = titled.contains(MoneyDirection.IN) ? StatementColumn.DEPOSIT : StatementColumn.WITHDRAWAL;
        return titled.size() == 1 && !columns.contains(part) ? part : StatementColumn.AMOUNT;
    }

    /** Where amounts have no sign, a column of known words only gives their direction, whatever its title. */
    private void choose() {
        int amount = columns.indexOf(StatementColumn.AMOUNT);
        if (amount < 0 || columns.contains(StatementColumn.DIRECTION) || isSigned(amount)) {
            return;
        }
        long texts = columns.stream().filter(it -> it == StatementColumn.TEXT).count();
        IntStream.range(0, columns.size())
                .filter(at -> columns.get(at) == null || (columns.get(at) == StatementColumn.TEXT && texts > 1))
                .filter(at -> cells(at).findAny().isPresent())
                .filter(at -> cells(at).map(DirectionVocabulary::fold).allMatch(wordsOf(at)::containsKey))
                .findFirst()
                .ifPresent(at -> columns.set(at, StatementColumn.DIRECTION));
    }

    private boolean isSigned(int amount) {
        return figures(amount).anyMatch(it -> it.direction() == MoneyDirection.OUT);
    }

    private Stream<BankAmountParser.ParsedAmount> figures(int column) {
        return cells(column).map(BankAmountParser::parse).flatMap(Optional::stream);
    }

    /**
     * Where some row has a sign, its absence means money received. The balance cannot decide it, since it gives no
     * direction for at least one line.
     */
    private DirectionSettings.UnsignedMeaning unsigned() {
        int amount = columns.indexOf(StatementColumn.AMOUNT);
        return amount >= 0 && !columns.contains(StatementColumn.DIRECTION) && isSigned(amount)
                ? DirectionSettings.UnsignedMeaning.INCOMING
                : DirectionSettings.UnsignedMeaning.UNKNOWN;
    }

    /** The values of the direction column for one direction, as written. */
    private String words(MoneyDirection direction) {
        int column = columns.indexOf(StatementColumn.DIRECTION);
        Map<String, MoneyDirection> known = wordsOf(column);
        return cells(column)
                .filter(it -> known.get(DirectionVocabulary.fold(it)) == direction)
                .distinct()
                .collect(Collectors.joining(", "));
    }
}
