package org.convergence.resources.ledger.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** A file of one line has no sums to check, and is still recognised by its layout. */
class StatementColumnDetectorTest {

    @Test
    void amountsInOneRowAreNotDepositAndWithdrawal() {
        assertThat(StatementColumnDetector.detect(
                        List.of(List.of("11/02/2026", "VIR SYNDICAT", "", "572.50", "9000.00"))))
                .containsExactly(
                        StatementColumn.DAY,
                        StatementColumn.TEXT,
                        null,
                        StatementColumn.DEPOSIT,
                        StatementColumn.BALANCE);
        assertThat(StatementColumnDetector.detect(List.of(List.of("11/02/2026", "FRAIS", "7.95", "", "8992.05"))))
                .containsExactly(
                        StatementColumn.DAY,
                        StatementColumn.TEXT,
                        StatementColumn.WITHDRAWAL,
                        null,
                        StatementColumn.BALANCE);
    }

    @Test
    void amountsInSeparateRowsAreDepositAndWithdrawal() {
        assertThat(StatementColumnDetector.detect(List.of(
                        List.of("11/02/2026", "FRAIS", "7.95", ""), List.of("11/03/2026", "VIR", "", "572.50"))))
                .containsExactly(
                        StatementColumn.DAY, StatementColumn.TEXT, StatementColumn.WITHDRAWAL, StatementColumn.DEPOSIT);
    }
}
