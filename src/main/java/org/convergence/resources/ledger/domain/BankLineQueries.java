package org.convergence.resources.ledger.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.Keyset;
import org.convergence.platform.database.NotFound;
import org.convergence.resources.ledger.AccountId;
import org.convergence.resources.ledger.BankLineId;
import org.convergence.resources.ledger.DepositId;
import org.convergence.resources.ledger.LedgerPermissions;
import org.convergence.resources.ledger.PaymentId;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The lines of bank statements with their state; unidentified lines stay open. */
@Service
@Transactional(readOnly = true)
@Requires(LedgerPermissions.READ)
public class BankLineQueries {

    private static final String ROWS = """
            SELECT l.*, a.code || ' – ' || a.name AS account, d.series AS slip, d.sequence AS slip_number,
                   coalesce(o.name, h.display_name, p.payer) AS payer, resources.ledger_is_closed(l.payment) AS closed
            FROM resources.ledger_bank_line l
            JOIN resources.ledger_account a ON a.id = l.bank
            LEFT JOIN resources.ledger_deposit d ON d.id = l.deposit
            LEFT JOIN resources.ledger_payment p ON p.id = l.payment
            LEFT JOIN directory.people_organisation o ON o.id = p.organisation
            LEFT JOIN directory.people_person h ON h.id = p.person
            """;

    private final JdbcClient db;

    BankLineQueries(JdbcClient db) {
        this.db = db;
    }

    /** A selection of lines. */
    public enum BankLineSelection {
        /** Money received and not identified yet. */
        OPEN("l.state = 'OPEN' AND l.amount > 0"),
        /** Money paid out and not identified yet. */
        OUT("l.state = 'OPEN' AND l.amount < 0"),
        TIED("l.state = 'TIED'"),
        ASIDE("l.state = 'ASIDE'");

        private final String condition;

        BankLineSelection(String condition) {
            this.condition = condition;
        }

        /** The message key of its name. */
        public String key() {
            return "ledger.bank." + name();
        }
    }

    /** Why a line is set aside. */
    public enum AsideReason {
        FEE,
        TRANSFER,
        WITHDRAWAL,
        OTHER;

        /** The message key of its name. */
        public String key() {
            return "ledger.aside." + name();
        }
    }

    /** The state of a line. */
    public enum BankLineState {
        OPEN,
        TIED,
        ASIDE
    }

    /**
     * A line.
     *
     * @param payer the payer of the tied payment; {@code null} without payment, or if unknown
     * @param slip the number of the tied deposit slip
     * @param closed whether the tied payment or slip is in a closed batch
     */
    public record BankLine(
            BankLineId id,
            int version,
            AccountId bank,
            String account,
            LocalDate day,
            Money amount,
            String text,
            @Nullable String reference,
            BankLineState state,
            @Nullable PaymentId payment,
            @Nullable String payer,
            @Nullable DepositId deposit,
            @Nullable String slip,
            @Nullable AsideReason aside,
            @Nullable String remark,
            boolean closed) {

        /** The position after which the next page begins. */
        public String position() {
            return Keyset.of(day, id).encode();
        }
    }

    /** A page of lines, the earliest day first, from a {@linkplain BankLine#position position} on. */
    public List<BankLine> findPage(BankLineSelection which, @Nullable String after, int limit) {
        var place = Keyset.decode(after == null ? "" : after, Keyset.KeysetValueType.DAY, Keyset.KeysetValueType.ID);
        return db.sql(ROWS + " WHERE " + which.condition
                        + (place.isEmpty() ? "" : " AND (l.day, l.id) > (CAST(:day AS date), CAST(:id AS uuid))")
                        + " ORDER BY l.day, l.id LIMIT :limit")
                .param("day", place.map(it -> it.values().get(0)).orElse("1970-01-01"))
                .param("id", place.map(it -> it.values().get(1)).orElse(new UUID(0, 0).toString()))
                .param("limit", limit)
                .query((row, n) -> line(row))
                .list();
    }

    /** How many lines each selection has. */
    public record BankLineCounts(int open, int out, int tied, int aside) {

        /** The count of one selection. */
        public int countOf(BankLineSelection which) {
            return switch (which) {
                case OPEN -> open;
                case OUT -> out;
                case TIED -> tied;
                case ASIDE -> aside;
            };
        }

        /** Whether there is no line at all. */
        public boolean isEmpty() {
            return open + out + tied + aside == 0;
        }
    }

    public BankLineCounts count() {
        return db.sql("""
                        SELECT count(*) FILTER (WHERE state = 'OPEN' AND amount > 0) AS open,
                               count(*) FILTER (WHERE state = 'OPEN' AND amount < 0) AS out,
                               count(*) FILTER (WHERE state = 'TIED') AS tied,
                               count(*) FILTER (WHERE state = 'ASIDE') AS aside
                        FROM resources.ledger_bank_line
                        """)
                .query((row, n) -> new BankLineCounts(
                        row.getInt("open"), row.getInt("out"), row.getInt("tied"), row.getInt("aside")))
                .single();
    }

    /** @throws NotFound if the line does not exist */
    public BankLine findById(BankLineId id) {
        return db.sql(ROWS + " WHERE l.id = ?")
                .param(id.value())
                .query((row, n) -> line(row))
                .optional()
                .orElseThrow(() -> new NotFound("line"));
    }

    private static BankLine line(ResultSet row) throws SQLException {
        UUID payment = row.getObject("payment", UUID.class);
        UUID deposit = row.getObject("deposit", UUID.class);
        String aside = row.getString("aside");
        return new BankLine(
                new BankLineId(row.getObject("id", UUID.class)),
                row.getInt("version"),
                new AccountId(row.getObject("bank", UUID.class)),
                row.getString("account"),
                row.getObject("day", LocalDate.class),
                MoneyAmounts.of(CurrencyUnit.of(row.getString("currency")), row.getBigDecimal("amount")),
                row.getString("text"),
                row.getString("reference"),
                BankLineState.valueOf(row.getString("state")),
                payment == null ? null : new PaymentId(payment),
                row.getString("payer"),
                deposit == null ? null : new DepositId(deposit),
                deposit == null ? null : LedgerNumberSeries.format(row.getString("slip"), row.getInt("slip_number")),
                aside == null ? null : AsideReason.valueOf(aside),
                row.getString("remark"),
                row.getBoolean("closed"));
    }
}
