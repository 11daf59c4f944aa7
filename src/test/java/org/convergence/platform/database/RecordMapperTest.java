package org.convergence.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.convergence.testing.ModuleTest;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ModuleTest
class RecordMapperTest {

    private static final String ROW = """
            SELECT CAST('0190b4a2-0000-7000-8000-000000000001' AS uuid) AS loan_id, 'Trousse' AS title, 3 AS copies,
                   CAST(2.50 AS numeric) AS price, DATE '2026-03-01' AS lent_on, TIMESTAMPTZ '2026-03-01 12:00Z' AS noted_at,
                   true AS is_open, 'LENT' AS state, ARRAY['a', 'b'] AS tags,
                   '[{"id": "0190b4a2-0000-7000-8000-000000000002", "name": "Ana"}]'::jsonb AS people,
                   CAST(NULL AS text) AS next_step, CAST(NULL AS date) AS next_on
            """;

    @Autowired
    private JdbcClient db;

    private record LoanId(UUID value) implements Identifier {}

    private enum State {
        LENT,
        BACK
    }

    private record Borrower(UUID id, String name) {}

    private record Next(String step, @Nullable LocalDate on) {}

    private record Loan(
            LoanId loanId,
            String title,
            int copies,
            BigDecimal price,
            LocalDate lentOn,
            Instant notedAt,
            boolean isOpen,
            State state,
            List<String> tags,
            List<Borrower> people,
            @Nullable Next next) {}

    private record Titled(String title) {}

    private record Spell(
            @Nullable LocalDate since, @Nullable LocalDate until) {}

    private record Function(String title, Spell period) {}

    private record Priced(Money price) {}

    private record Counted(int copies, @Nullable Integer lost) {}

    private record Timed(Duration time) {}

    @Test
    void readsARecordTypeOnce() {
        assertThat(RecordMapper.of(Titled.class)).isSameAs(RecordMapper.of(Titled.class));
    }

    @Test
    void readsEachComponentFromTheColumnOfItsName() {
        Loan loan = db.sql(ROW).query(RecordMapper.of(Loan.class)).single();
        assertThat(loan.loanId().value()).hasToString("0190b4a2-0000-7000-8000-000000000001");
        assertThat(loan.lentOn()).isEqualTo("2026-03-01");
        assertThat(loan.notedAt()).isEqualTo("2026-03-01T12:00:00Z");
        assertThat(loan.state()).isEqualTo(State.LENT);
        assertThat(loan.tags()).containsExactly("a", "b");
        assertThat(loan.people()).extracting(Borrower::name).containsExactly("Ana");
        assertThat(loan.price()).isEqualByComparingTo("2.5");
    }

    @Test
    void nestedRecordIsNullWhereAllItsColumnsAre() {
        assertThat(db.sql(ROW).query(RecordMapper.of(Loan.class)).single().next())
                .isNull();
        String with = ROW.replace("CAST(NULL AS text) AS next_step", "'Appeler' AS next_step");
        assertThat(db.sql(with).query(RecordMapper.of(Loan.class)).single().next())
                .isEqualTo(new Next("Appeler", null));
    }

    @Test
    void nestedRecordThatIsNotNullableIsBuiltOfItsNulls() {
        String row =
                "SELECT 'Trésorière' AS title, CAST(NULL AS date) AS period_since, CAST(NULL AS date) AS period_until";
        assertThat(db.sql(row).query(RecordMapper.of(Function.class)).single().period())
                .isEqualTo(new Spell(null, null));
    }

    @Test
    void refusesNullThatTheRecordDoesNotDeclare() {
        assertThatThrownBy(() -> db.sql("SELECT CAST(NULL AS text) AS title")
                        .query(RecordMapper.of(Titled.class))
                        .single())
                .hasRootCauseMessage("NULL in title, which Titled does not declare @Nullable");
    }

    @Test
    void readsMoneyInTheCurrencyOfItsRow() {
        assertThat(db.sql("SELECT CAST(2.5000 AS numeric) AS price, 'EUR' AS currency")
                        .query(RecordMapper.of(Priced.class))
                        .single())
                .isEqualTo(new Priced(Money.of(CurrencyUnit.EUR, new BigDecimal("2.50"))));
    }

    @Test
    void readsCountsAsWholeNumbers() {
        assertThat(db.sql("SELECT count(*) AS copies, CAST(NULL AS integer) AS lost FROM generate_series(1, 3)")
                        .query(RecordMapper.of(Counted.class))
                        .single())
                .isEqualTo(new Counted(3, null));
    }

    @Test
    void refusesTypesThatNoColumnHolds() {
        assertThatThrownBy(() -> RecordMapper.of(Timed.class)).isInstanceOf(IllegalArgumentException.class);
    }
}
