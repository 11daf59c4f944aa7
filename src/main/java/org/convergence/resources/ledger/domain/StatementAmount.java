package org.convergence.resources.ledger.domain;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.convergence.platform.imports.ImportRow;
import org.convergence.platform.imports.Remark;
import org.jspecify.annotations.Nullable;

/**
 * The signed amount of a row of a bank's file. A row with contradicting columns, or without direction, has none: money
 * paid out must never count as received.
 *
 * @param signed above zero for money received; zero where there is none
 * @param lack why there is none; {@code null} where there is one
 */
record StatementAmount(BigDecimal signed, @Nullable Remark lack) {

    /** The remarks of rows with an ambiguous amount. */
    static final Set<String> UNCLEAR = Set.of(
            "ledger.statement.lack.direction",
            "ledger.statement.lack.direction-word",
            "ledger.statement.lack.direction-both",
            "ledger.statement.lack.amounts",
            "ledger.statement.lack.currency",
            StatementReading.OPPOSITE);

    private static final List<StatementColumn> FIGURES =
            List.of(StatementColumn.AMOUNT, StatementColumn.WITHDRAWAL, StatementColumn.DEPOSIT);

    private static StatementAmount lacking(Remark lack) {
        return new StatementAmount(BigDecimal.ZERO, lack);
    }

    static StatementAmount of(ImportRow row, StatementSettings settings) {
        Set<MoneyDirection> directions = EnumSet.noneOf(MoneyDirection.class);
        BigDecimal size = BigDecimal.ZERO;
        for (StatementColumn column : FIGURES) {
            String text = row.of(column);
            Optional<BankFigures.Figure> figure = BankFigures.figure(text);
            if (!text.isEmpty() && figure.isEmpty() && !isNothing(text)) {
                return lacking(Remark.in(column, "ledger.statement.lack.figure", text));
            } else if (figure.isPresent() && figure.get().size().signum() != 0) {
                if (size.signum() != 0 && size.compareTo(figure.get().size()) != 0) {
                    return lacking(Remark.of("ledger.statement.lack.amounts"));
                }
                size = figure.get().size();
                add(directions, column, figure.get());
            }
        }
        if (size.signum() == 0) {
            return lacking(Remark.of("ledger.statement.lack.amount"));
        }
        Optional<Remark> lack = foreign(row, settings).or(() -> addSaid(directions, row, settings));
        return lack.isPresent()
                ? lacking(lack.get())
                : new StatementAmount(directions.contains(MoneyDirection.IN) ? size : size.negate(), null);
    }

    /** A dash, which some banks write for no amount. */
    private static boolean isNothing(String text) {
        return text.matches("[-–—−]+");
    }

    /** A withdrawal may have a minus; a deposit with a minus contradicts itself. */
    private static void add(Set<MoneyDirection> directions, StatementColumn column, BankFigures.Figure figure) {
        if (figure.direction() != null) {
            directions.add(figure.direction());
        }
        if (column != StatementColumn.AMOUNT) {
            directions.add(column == StatementColumn.DEPOSIT ? MoneyDirection.IN : MoneyDirection.OUT);
        }
    }

    private static Optional<Remark> addSaid(Set<MoneyDirection> directions, ImportRow row, StatementSettings settings) {
        String word = row.of(StatementColumn.DIRECTION);
        settings.direction().read(word).ifPresent(directions::add);
        if (directions.isEmpty() && !word.isEmpty()) {
            return Optional.of(Remark.in(StatementColumn.DIRECTION, "ledger.statement.lack.direction-word", word));
        } else if (directions.isEmpty()) {
            settings.direction().ofUnsigned().ifPresent(directions::add);
        }
        return switch (directions.size()) {
            case 0 -> Optional.of(Remark.of("ledger.statement.lack.direction"));
            case 1 -> Optional.empty();
            default -> Optional.of(Remark.of("ledger.statement.lack.direction-both"));
        };
    }

    private static Optional<Remark> foreign(ImportRow row, StatementSettings settings) {
        return FIGURES.stream()
                .map(row::of)
                .map(BankFigures::currency)
                .flatMap(Optional::stream)
                .findFirst()
                .or(() -> Optional.of(row.of(StatementColumn.CURRENCY)))
                .filter(it -> !currency(it).equals(settings.currency()))
                .map(it -> Remark.of("ledger.statement.lack.currency", it, settings.currency()));
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
