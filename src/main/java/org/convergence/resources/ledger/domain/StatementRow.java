package org.convergence.resources.ledger.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Optional;
import org.convergence.platform.imports.ImportRemark;
import org.convergence.platform.imports.ImportRow;
import org.convergence.platform.text.Sha256;
import org.convergence.platform.text.TextNormalizer;
import org.convergence.platform.text.TextShortener;
import org.convergence.resources.ledger.domain.StatementImportKind.StatementSettings;
import org.jspecify.annotations.Nullable;

/**
 * A row of a bank's file.
 *
 * @param line {@code null} where it cannot be used
 * @param lack why it cannot be used; {@code null} where it can
 */
record StatementRow(
        int number,
        String text,
        @Nullable StatementLine line,
        @Nullable ImportRemark lack) {

    private static final int LONGEST = 500;
    private static final int LONGEST_REFERENCE = 100;

    /** @param balance {@code null} where the file has none */
    record StatementLine(
            LocalDate day,
            BigDecimal amount,
            String text,
            @Nullable String reference,
            @Nullable BigDecimal balance) {

        /** The fingerprint by which the same line is recognised in another file. */
        String fingerprint() {
            String said = day + "|" + amount.setScale(2) + "|" + TextNormalizer.fold(text);
            return HexFormat.of().formatHex(Sha256.of(said), 0, 16);
        }
    }

    static StatementRow parse(ImportRow row, StatementSettings settings) {
        String text = TextShortener.shorten(row.of(StatementColumn.TEXT).replaceAll("\\s+", " "), LONGEST);
        String said = row.of(StatementColumn.DAY);
        Optional<LocalDate> day = settings.dates().parse(said);
        if (day.isEmpty()) {
            return lacking(
                    row,
                    text,
                    said.isEmpty()
                            ? ImportRemark.of("ledger.statement.lack.day")
                            : ImportRemark.onColumn(StatementColumn.DAY, "ledger.statement.lack.date", said));
        }
        StatementAmount amount = StatementAmount.parse(row, settings);
        if (amount.lack() != null) {
            return lacking(row, text, amount.lack());
        }
        String reference = row.of(StatementColumn.REFERENCE);
        return new StatementRow(
                row.number(),
                text,
                new StatementLine(
                        day.get(),
                        amount.signed(),
                        text,
                        reference.isEmpty() ? null : TextShortener.shorten(reference, LONGEST_REFERENCE),
                        BankAmountParser.parseSigned(row.of(StatementColumn.BALANCE))
                                .orElse(null)),
                null);
    }

    private static StatementRow lacking(ImportRow row, String text, ImportRemark lack) {
        return new StatementRow(row.number(), text, null, lack);
    }
}
