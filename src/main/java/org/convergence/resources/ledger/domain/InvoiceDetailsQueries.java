package org.convergence.resources.ledger.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.convergence.directory.people.Decision;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.RecordMapper;
import org.convergence.resources.ledger.InvoiceId;
import org.convergence.resources.ledger.LedgerPermissions;
import org.convergence.resources.ledger.PaymentId;
import org.convergence.resources.ledger.PaymentMethod;
import org.convergence.resources.ledger.ReductionKind;
import org.convergence.resources.ledger.domain.InvoiceFacts.InvoicePeriod;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** One invoice with its lines, settlements and reductions. */
@Service
@Transactional(readOnly = true)
@Requires(LedgerPermissions.READ)
public class InvoiceDetailsQueries {

    private final JdbcClient db;

    InvoiceDetailsQueries(JdbcClient db) {
        this.db = db;
    }

    /**
     * An invoice.
     *
     * @param debtor the debtor's present name
     * @param source its idempotency key; {@code null} where it was written by hand
     * @param delay the decision that delays it; {@code null} for none
     */
    public record InvoiceDetails(
            InvoiceId id,
            int version,
            String number,
            @Nullable UUID organisation,
            @Nullable UUID person,
            @Nullable UUID payerOrganisation,
            @Nullable UUID payerPerson,
            String debtor,
            String addressee,
            String language,
            LocalDate issuedOn,
            LocalDate dueOn,
            @Nullable InvoicePeriod period,
            String subject,
            @Nullable String note,
            Money total,
            @Nullable LocalDate delayedUntil,
            @Nullable Decision delay,
            @Nullable String source,
            List<InvoiceLine> lines,
            List<InvoiceSettlement> settled,
            List<InvoiceReduction> reduced) {

        public InvoiceDetails {
            lines = List.copyOf(lines);
            settled = List.copyOf(settled);
            reduced = List.copyOf(reduced);
        }

        /** Whether its payer is not its debtor. */
        public boolean isPaidByAnother() {
            return !Objects.equals(organisation, payerOrganisation) || !Objects.equals(person, payerPerson);
        }

        /** The balance still owed; never below zero. */
        public Money balance() {
            Money left = total;
            for (InvoiceSettlement each : settled) {
                left = left.minus(each.amount());
            }
            for (InvoiceReduction each : reduced) {
                left = left.minus(each.amount());
            }
            return left;
        }

        /** The day on which payment is expected, a granted delay included. */
        public LocalDate expectedOn() {
            return delayedUntil == null ? dueOn : delayedUntil;
        }
    }

    /** A line of the invoice. */
    public record InvoiceLine(String text, Money amount, String account) {}

    /** An amount settled by a payment, or given back. */
    public record InvoiceSettlement(
            PaymentId payment,
            LocalDate on,
            PaymentMethod method,
            @Nullable String reference,
            Money amount) {}

    /** A credit or a write-off. */
    public record InvoiceReduction(
            String number,
            ReductionKind kind,
            LocalDate on,
            Money amount,
            String reason,
            @Nullable Decision decision) {}

    /** @throws NotFound if the invoice does not exist */
    public InvoiceDetails findById(InvoiceId id) {
        return db.sql("""
                        SELECT i.*, coalesce(o.name, p.display_name) AS debtor FROM resources.ledger_invoice i
                        LEFT JOIN directory.people_organisation_name o ON o.id = i.organisation
                        LEFT JOIN directory.people_person_name p ON p.id = i.person
                        WHERE i.id = ?
                        """)
                .param(id.value())
                .query((row, n) -> {
                    CurrencyUnit currency = CurrencyUnit.of(row.getString("currency"));
                    LocalDate from = row.getObject("period_from", LocalDate.class);
                    LocalDate until = row.getObject("period_until", LocalDate.class);
                    return new InvoiceDetails(
                            id,
                            row.getInt("version"),
                            LedgerNumberSeries.format(row.getString("series"), row.getInt("sequence")),
                            row.getObject("organisation", UUID.class),
                            row.getObject("person", UUID.class),
                            row.getObject("payer_organisation", UUID.class),
                            row.getObject("payer_person", UUID.class),
                            row.getString("debtor"),
                            row.getString("addressee"),
                            row.getString("language"),
                            row.getObject("issued_on", LocalDate.class),
                            row.getObject("due_on", LocalDate.class),
                            from == null || until == null ? null : new InvoicePeriod(from, until),
                            row.getString("subject"),
                            row.getString("note"),
                            MoneyAmounts.of(currency, row.getBigDecimal("total")),
                            row.getObject("delayed_until", LocalDate.class),
                            decision(
                                    row.getString("delay_body"),
                                    row.getObject("delay_on", LocalDate.class),
                                    row.getString("delay_number")),
                            row.getString("source"),
                            lines(id),
                            settled(id),
                            reduced(id, currency));
                })
                .optional()
                .orElseThrow(() -> new NotFound("invoice"));
    }

    private List<InvoiceLine> lines(InvoiceId id) {
        return db.sql("""
                        SELECT l.text, l.amount, i.currency, a.code AS account FROM resources.ledger_invoice_line l
                        JOIN resources.ledger_invoice i ON i.id = l.invoice
                        JOIN resources.ledger_account a ON a.id = l.account WHERE l.invoice = ? ORDER BY l.position
                        """)
                .param(id.value())
                .query(RecordMapper.of(InvoiceLine.class))
                .list();
    }

    private List<InvoiceSettlement> settled(InvoiceId id) {
        return db.sql("""
                        SELECT p.id AS payment, p.received_on AS on, p.method, p.reference, a.amount, p.currency
                        FROM resources.ledger_allocation a
                        JOIN resources.ledger_payment p ON p.id = a.payment
                        WHERE a.invoice = ? ORDER BY p.received_on, p.id
                        """)
                .param(id.value())
                .query(RecordMapper.of(InvoiceSettlement.class))
                .list();
    }

    private List<InvoiceReduction> reduced(InvoiceId id, CurrencyUnit currency) {
        return db.sql("SELECT * FROM resources.ledger_reduction WHERE invoice = ? ORDER BY made_on, id")
                .param(id.value())
                .query((row, n) -> new InvoiceReduction(
                        LedgerNumberSeries.format(row.getString("series"), row.getInt("sequence")),
                        ReductionKind.valueOf(row.getString("kind")),
                        row.getObject("made_on", LocalDate.class),
                        MoneyAmounts.of(currency, row.getBigDecimal("amount")),
                        row.getString("reason"),
                        decision(
                                row.getString("decided_body"),
                                row.getObject("decided_on", LocalDate.class),
                                row.getString("decided_number"))))
                .list();
    }

    private static @Nullable Decision decision(@Nullable String body, @Nullable LocalDate on, @Nullable String number) {
        return body == null || on == null ? null : new Decision(body, on, number, null);
    }
}
