package org.convergence.resources.ledger.domain;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.convergence.platform.imports.ImportRemark;
import org.convergence.platform.imports.ImportRow;
import org.convergence.resources.ledger.domain.DirectionVocabulary.MoneyDirection;
import org.convergence.resources.ledger.domain.StatementImportKind.StatementSettings;
import org.jspecify.annotations.Nullable;

/**
 * The signed amount of a row of a bank's file. A row with contradicting columns, or without direction, has none: money
 * paid out must never count as received.
 *
 * @param signed above zero for money received; zero where there is none
 * @param lack why there is none; {@code null} where there is one
 */
record StatementAmount(BigDecimal signed, @Nullable ImportRemark lack) {

    /** The remarks of rows with an ambiguous amount. */
    static final Set<String> UNCLEAR = Set.of(
            "ledger.statement.lack.direction",
            "ledger.statement.lack.direction-word",
            "ledger.statement.lack.direction-both",
            "ledger.statement.lack.amounts",
            "ledger.statement.lack.currency",
            StatementImportProcessor.OPPOSITE);

    private static final List<StatementColumn> FIGURES =
            List.of(StatementColumn.AMOUNT, StatementColumn.WITHDRAWAL, StatementColumn.DEPOSIT);

    private static StatementAmount lacking(ImportRemark lack) {
        return new StatementAmount(BigDecimal.ZERO, lack);
    }

    static StatementAmount parse(ImportRow row, StatementSettings settings) {
        Set<MoneyDirection> directions = EnumSet.noneOf(MoneyDirection.class);
        BigDecimal size = BigDecimal.ZERO;
        for (StatementColumn column : FIGURES) {
            String text = row.of(column);
            Optional<BankAmountParser.ParsedAmount> figure = BankAmountParser.parse(text);
            if (!text.isEmpty() && figure.isEmpty() && !isNothing(text)) {
                return lacking(ImportRemark.onColumn(column, "ledger.statement.lack.figure", text));
            } else if (figure.isPresent() && figure.get().size().signum() != 0) {
                if (size.signum() != 0 && size.compareTo(figure.get().size()) != 0) {
                    return lacking(ImportRemark.of("ledger.statement.lack.amounts"));
                }
                size = figure.get().size();
                add(directions, column, figure.get());
            }
        }
        if (size.signum() == 0) {
            return lacking(ImportRemark.of("ledger.statement.lack.amount"));
        }
        Optional<ImportRemark> lack =
                findForeignCurrency(row, settings).or(() -> addWrittenDirection(directions, row, settings));
        return lack.isPresent()
                ? lacking(lack.get())
                : new StatementAmount(directions.contains(MoneyDirection.IN) ? size : size.negate(), null);
    }

    /** A dash, which some banks write for no amount. */
    private static boolean isNothing(String text) {
        return text.matches("[-–—−]+");
    }

    /** A withdrawal may have a minus; a deposit with a minus contradicts itself. */
    private static void add(
            Set<MoneyDirection> directions, StatementColumn column, BankAmountParser.ParsedAmount figure) {
        if (figure.direction() != null) {
            directions.add(figure.direction());
        }
        if (column != StatementColumn.AMOUNT) {
            directions.add(column == StatementColumn.DEPOSIT ? MoneyDirection.IN : MoneyDirection.OUT);
        }
    }

    private static Optional<ImportRemark> addWrittenDirection(
            Set<MoneyDirection> directions, ImportRow row, StatementSettings settings) {
        String word = row.of(StatementColumn.DIRECTION);
        settings.direction().directionOf(word).ifPresent(directions::add);
        if (directions.isEmpty() && !word.isEmpty()) {
            return Optional.of(
                    ImportRemark.onColumn(StatementColumn.DIRECTION, "ledger.statement.lack.direction-word", word));
        } else if (directions.isEmpty()) {
            settings.direction().unsignedDirection().ifPresent(directions::add);
        }
        return switch (directions.size()) {
            case 0 -> Optional.of(ImportRemark.of("ledger.statement.lack.direction"));
            case 1 -> Optional.empty();
            default -> Optional.of(ImportRemark.of("ledger.statement.lack.direction-both"));
        };
    }

    private static Optional<ImportRemark> findForeignCurrency(ImportRow row, StatementSettings settings) {
        return FIGURES.stream()
                .map(row::of)
                .map(BankAmountParser::parseCurrency)
                .flatMap(Optional::stream)
                .findFirst()
                .or(() -> Optional.of(row.of(StatementColumn.CURRENCY)))
                .filter(it -> !currency(it).equals(settings.currency()))
                .map(it -> ImportRemark.of("ledger.statement.lack.currency", it, settings.currency()));
    }

    /** The currency code as banks write it; a dollar sign alone means Canadian dollars. */
    private static String currency(String text) {
        String letters = text.replaceAll("[^\\p{L}]", "").toUpperCase(Locale.ROOT);
        return switch (letters) {
            case "", "CA", "CDN", "CAN" -> "CAD";
            case "US" -> "USD";
            default -> letters;
        };
    }
}
