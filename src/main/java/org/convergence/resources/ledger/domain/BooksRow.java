package org.convergence.resources.ledger.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.convergence.platform.imports.ImportRemark;
import org.convergence.platform.imports.ImportRow;
import org.convergence.platform.text.TextShortener;
import org.convergence.resources.ledger.domain.BooksImportKind.BooksSettings;
import org.convergence.resources.ledger.domain.DirectionVocabulary.MoneyDirection;
import org.jspecify.annotations.Nullable;

/**
 * A row of a general ledger.
 *
 * @param line {@code null} where the row is no line
 * @param lack why it is no line; {@code null} where it is one
 */
record BooksRow(
        int number,
        String account,
        @Nullable BooksLine line,
        @Nullable ImportRemark lack) {

    private static final int ACCOUNT = 40;
    private static final int REFERENCE = 100;
    private static final int TEXT = 500;

    /** @param amount above zero for a debit */
    record BooksLine(LocalDate day, @Nullable String reference, String text, BigDecimal amount) {}

    /** @param above the account of the rows above, where the software writes it once for several rows */
    static BooksRow parse(ImportRow row, String above, BooksSettings settings) {
        String written = row.of(BooksColumn.ACCOUNT);
        String account = written.isEmpty() ? above : TextShortener.shorten(written, ACCOUNT);
        for (BooksColumn column : new BooksColumn[] {BooksColumn.DEBIT, BooksColumn.CREDIT, BooksColumn.AMOUNT}) {
            if (!row.of(column).isEmpty()
                    && BankAmountParser.parse(row.of(column)).isEmpty()) {
                return lacking(
                        row, account, ImportRemark.onColumn(column, "ledger.statement.lack.figure", row.of(column)));
            }
        }
        BigDecimal signed = figure(row, BooksColumn.AMOUNT);
        String said = row.of(BooksColumn.DIRECTION);
        if (!said.isEmpty() && signed.signum() != 0) {
            int sign = parseSign(said);
            if (sign == 0 || (sign > 0 && signed.signum() < 0)) {
                return lacking(
                        row,
                        account,
                        ImportRemark.onColumn(BooksColumn.DIRECTION, "ledger.books.lack.direction", said));
            }
            signed = sign < 0 ? signed.abs().negate() : signed;
        }
        BigDecimal amount = signed.add(figure(row, BooksColumn.DEBIT)).subtract(figure(row, BooksColumn.CREDIT));
        Optional<LocalDate> day = settings.dates().parse(row.of(BooksColumn.DAY));
        if (day.isEmpty() || amount.signum() == 0) {
            return lacking(row, account, ImportRemark.of("ledger.books.lack.line"));
        }
        if (account.isEmpty()) {
            return lacking(row, account, ImportRemark.of("ledger.books.lack.account"));
        }
        if (day.get().isBefore(settings.since()) || day.get().isAfter(settings.until())) {
            return lacking(row, account, ImportRemark.of("ledger.books.lack.period", day.get()));
        }
        String reference = row.of(BooksColumn.REFERENCE);
        return new BooksRow(
                row.number(),
                account,
                new BooksLine(
                        day.get(),
                        reference.isEmpty() ? null : TextShortener.shorten(reference, REFERENCE),
                        TextShortener.shorten(row.of(BooksColumn.TEXT), TEXT),
                        amount),
                null);
    }

    private static BooksRow lacking(ImportRow row, String account, ImportRemark lack) {
        return new BooksRow(row.number(), account, null, lack);
    }

    /** Letters for debit and credit beside an amount give its sign if no column does. */
    private static BigDecimal figure(ImportRow row, BooksColumn column) {
        return BankAmountParser.parse(row.of(column))
                .map(it -> !it.lettered()
                        ? it.signed()
                        : column == BooksColumn.AMOUNT ? it.signed().negate() : it.size())
                .orElse(BigDecimal.ZERO);
    }

    /** 1 for a debit, -1 for a credit, 0 for an unknown word. */
    private static int parseSign(String said) {
        String folded = DirectionVocabulary.fold(said);
        if (folded.equals("d") || folded.equals("c") || folded.equals("h")) {
            return folded.equals("d") ? 1 : -1;
        }
        return DirectionVocabulary.find(said)
                .map(it -> it == MoneyDirection.OUT ? 1 : -1)
                .orElse(0);
    }
}
