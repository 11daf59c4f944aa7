package org.convergence.resources.ledger.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.convergence.platform.imports.ImportRow;
import org.convergence.platform.imports.Remark;
import org.convergence.platform.text.Brief;
import org.jspecify.annotations.Nullable;

/**
 * A row of a general ledger.
 *
 * @param line {@code null} where it is none
 * @param lack why it is none; {@code null} where it is one
 */
record BooksRow(
        int number,
        String account,
        @Nullable Line line,
        @Nullable Remark lack) {

    private static final int ACCOUNT = 40;
    private static final int REFERENCE = 100;
    private static final int TEXT = 500;

    /** @param amount above zero for a debit */
    record Line(LocalDate day, @Nullable String reference, String text, BigDecimal amount) {}

    /** @param above the account of the rows above, where software writes it once for all below */
    static BooksRow of(ImportRow row, String above, BooksSettings settings) {
        String said = row.of(BooksColumn.ACCOUNT);
        String account = said.isEmpty() ? above : Brief.of(said, ACCOUNT);
        for (BooksColumn column : new BooksColumn[] {BooksColumn.DEBIT, BooksColumn.CREDIT, BooksColumn.AMOUNT}) {
            if (!row.of(column).isEmpty() && BankFigures.read(row.of(column)).isEmpty()) {
                return lacking(row, account, Remark.in(column, "ledger.statement.lack.figure", row.of(column)));
            }
        }
        BigDecimal amount = figure(row, BooksColumn.AMOUNT)
                .add(figure(row, BooksColumn.DEBIT))
                .subtract(figure(row, BooksColumn.CREDIT));
        Optional<LocalDate> day = settings.dates().read(row.of(BooksColumn.DAY));
        if (day.isEmpty() || amount.signum() == 0) {
            return lacking(row, account, Remark.of("ledger.books.lack.line"));
        }
        if (account.isEmpty()) {
            return lacking(row, account, Remark.of("ledger.books.lack.account"));
        }
        if (day.get().isBefore(settings.since()) || day.get().isAfter(settings.until())) {
            return lacking(row, account, Remark.of("ledger.books.lack.period", day.get()));
        }
        String reference = row.of(BooksColumn.REFERENCE);
        return new BooksRow(
                row.number(),
                account,
                new Line(
                        day.get(),
                        reference.isEmpty() ? null : Brief.of(reference, REFERENCE),
                        Brief.of(row.of(BooksColumn.TEXT), TEXT),
                        amount),
                null);
    }

    private static BooksRow lacking(ImportRow row, String account, Remark lack) {
        return new BooksRow(row.number(), account, null, lack);
    }

    private static BigDecimal figure(ImportRow row, BooksColumn column) {
        return BankFigures.read(row.of(column)).orElse(BigDecimal.ZERO);
    }
}
