package org.convergence.resources.ledger.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.RecordMapper;
import org.convergence.platform.list.ListOrder;
import org.convergence.platform.list.ListQuery;
import org.convergence.platform.list.ListRequest;
import org.convergence.platform.list.SqlConditions;
import org.convergence.platform.shell.ListSlice;
import org.convergence.platform.text.TextNormalizer;
import org.convergence.resources.ledger.AccountId;
import org.convergence.resources.ledger.BankLineId;
import org.convergence.resources.ledger.DepositId;
import org.convergence.resources.ledger.LedgerPermissions;
import org.convergence.resources.ledger.PaymentId;
import org.convergence.resources.ledger.PaymentMethod;
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

    private static final String COLUMNS = """
            l.*, a.code || ' – ' || a.name AS account, %s AS slip, coalesce(o.name, h.display_name, p.payer) AS payer,
            resources.ledger_is_closed(l.payment) AS closed
            """.formatted(LedgerNumberSeries.column("d"));

    private static final String TABLES = """
            resources.ledger_bank_line l
            JOIN resources.ledger_account a ON a.id = l.bank
            LEFT JOIN resources.ledger_deposit d ON d.id = l.deposit
            LEFT JOIN resources.ledger_payment p ON p.id = l.payment
            LEFT JOIN directory.people_organisation_name o ON o.id = p.organisation
            LEFT JOIN directory.people_person_name h ON h.id = p.person
            """;

    /** The usual words of banks for a cheque, in a folded text. */
    private static final Pattern CHEQUE =
            Pattern.compile("(?:^| )(?:cheque\\w*|chq|depot mobile|mobile deposit)(?: |$)");

    private final JdbcClient db;
    private final ListQuery<BankLineSelection, BankLine> list;

    BankLineQueries(JdbcClient db) {
        this.db = db;
        this.list = new ListQuery<>(
                db,
                COLUMNS,
                TABLES,
                which -> new SqlConditions().and(which.condition),
                List.of(ListOrder.<BankLine>ascending("first")
                        .day("l.day", BankLine::day)
                        .id("l.id", BankLine::id)),
                RecordMapper.of(BankLine.class));
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

        /** The method of its payment, by its text. */
        public PaymentMethod method() {
            return CHEQUE.matcher(TextNormalizer.fold(text)).find() ? PaymentMethod.CHEQUE : PaymentMethod.TRANSFER;
        }
    }

    /** A slice of the lines, the earliest day first. */
    public ListSlice<BankLine> findSlice(ListRequest<BankLineSelection> request) {
        return list.findSlice(request);
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
                        """).query(RecordMapper.of(BankLineCounts.class)).single();
    }

    /** @throws NotFound if the line does not exist */
    public BankLine findById(BankLineId id) {
        return db.sql("SELECT " + COLUMNS + " FROM " + TABLES + " WHERE l.id = ?")
                .param(id.value())
                .query(RecordMapper.of(BankLine.class))
                .optional()
                .orElseThrow(() -> new NotFound("line"));
    }
}
