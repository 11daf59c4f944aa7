package org.convergence.resources.ledger.domain;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.Party;
import org.convergence.directory.people.PersonId;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.Keyset;
import org.convergence.platform.database.NotFound;
import org.convergence.resources.ledger.AccountId;
import org.convergence.resources.ledger.AccountPurpose;
import org.convergence.resources.ledger.InvoiceId;
import org.convergence.resources.ledger.LedgerPermissions;
import org.convergence.resources.ledger.PaymentId;
import org.convergence.resources.ledger.PaymentMethod;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Payments and what each settled. */
@Service
@Transactional(readOnly = true)
@Requires(LedgerPermissions.READ)
public class PaymentQueries {

    private static final String COLUMNS = """
            SELECT p.*, coalesce(o.name, h.display_name) AS called, resources.ledger_is_closed(p.id) AS closed,
                   r.id AS reversed_by
            FROM resources.ledger_payment p
            LEFT JOIN directory.people_organisation o ON o.id = p.organisation
            LEFT JOIN directory.people_person h ON h.id = p.person
            LEFT JOIN resources.ledger_payment r ON r.reverses = p.id
            """;

    private final JdbcClient db;

    PaymentQueries(JdbcClient db) {
        this.db = db;
    }

    /**
     * A payment.
     *
     * @param name the payer's name in the directory; {@code null} if not in the directory
     * @param closed whether its batch is closed, so that it cannot change
     * @param reversedBy the payment that reverses it
     */
    public record PaymentSummary(
            PaymentId id,
            int version,
            @Nullable Party from,
            @Nullable String name,
            @Nullable String payer,
            PaymentMethod method,
            LocalDate receivedOn,
            @Nullable String reference,
            Money amount,
            @Nullable AccountId bank,
            @Nullable String remark,
            @Nullable PaymentId reverses,
            @Nullable PaymentId reversedBy,
            boolean closed) {

        /** The position after which the next page begins. */
        public String position() {
            return Keyset.of(receivedOn, id).encode();
        }

        /** Whether the payment can still be corrected. */
        public boolean isOpen() {
            return !closed && reverses == null && reversedBy == null && method != PaymentMethod.INTERNAL;
        }
    }

    /** An allocation of the payment. */
    public record PaymentAllocation(
            @Nullable InvoiceId invoice,
            @Nullable String number,
            @Nullable String subject,
            @Nullable AccountPurpose purpose,
            Money amount) {}

    /** A page of payments of a party or of all, the latest first. */
    public List<PaymentSummary> findPage(@Nullable UUID party, String name, @Nullable String after, int limit) {
        var place = Keyset.decode(after == null ? "" : after, Keyset.KeysetValueType.DAY, Keyset.KeysetValueType.ID);
        return db.sql(COLUMNS + " WHERE "
                        + (party == null ? "true" : "(p.organisation = :party OR p.person = :party)") + """
                          AND (:name = '' OR o.search_form LIKE '%' || :name || '%' OR h.search_form LIKE '%' || :name || '%'
                               OR lower(p.payer) LIKE '%' || :name || '%' OR lower(p.reference) LIKE '%' || :name || '%')
                        """
                        + (place.isEmpty()
                                ? ""
                                : " AND (p.received_on, p.id) < (CAST(:day AS date), CAST(:id AS uuid))")
                        + " ORDER BY p.received_on DESC, p.id DESC LIMIT :limit")
                .param("party", party)
                .param("name", name)
                .param("limit", limit)
                .param("day", place.map(it -> it.values().get(0)).orElse("1970-01-01"))
                .param("id", place.map(it -> it.values().get(1)).orElse(new UUID(0, 0).toString()))
                .query((row, n) -> line(row))
                .list();
    }

    /** @throws NotFound if the payment does not exist */
    public PaymentSummary findById(PaymentId id) {
        return db.sql(COLUMNS + " WHERE p.id = ?")
                .param(id.value())
                .query((row, n) -> line(row))
                .optional()
                .orElseThrow(() -> new NotFound("payment"));
    }

    /** The allocations of a payment, in their order. */
    public List<PaymentAllocation> findAllocations(PaymentId id) {
        return db.sql("""
                        SELECT a.invoice, i.series, i.sequence, i.subject, c.purpose, a.amount, p.currency
                        FROM resources.ledger_allocation a
                        JOIN resources.ledger_payment p ON p.id = a.payment
                        LEFT JOIN resources.ledger_invoice i ON i.id = a.invoice
                        LEFT JOIN resources.ledger_account c ON c.id = a.account
                        WHERE a.payment = ? ORDER BY a.position
                        """)
                .param(id.value())
                .query((row, n) -> {
                    UUID invoice = row.getObject("invoice", UUID.class);
                    String purpose = row.getString("purpose");
                    return new PaymentAllocation(
                            invoice == null ? null : new InvoiceId(invoice),
                            invoice == null
                                    ? null
                                    : LedgerNumberSeries.format(row.getString("series"), row.getInt("sequence")),
                            row.getString("subject"),
                            purpose == null ? null : AccountPurpose.valueOf(purpose),
                            MoneyAmounts.of(CurrencyUnit.of(row.getString("currency")), row.getBigDecimal("amount")));
                })
                .list();
    }

    private static PaymentSummary line(ResultSet row) throws SQLException {
        UUID organisation = row.getObject("organisation", UUID.class);
        UUID person = row.getObject("person", UUID.class);
        UUID bank = row.getObject("bank", UUID.class);
        BigDecimal amount = row.getBigDecimal("amount");
        return new PaymentSummary(
                new PaymentId(row.getObject("id", UUID.class)),
                row.getInt("version"),
                organisation != null ? new OrganisationId(organisation) : person != null ? new PersonId(person) : null,
                row.getString("called"),
                row.getString("payer"),
                PaymentMethod.valueOf(row.getString("method")),
                row.getObject("received_on", LocalDate.class),
                row.getString("reference"),
                MoneyAmounts.of(CurrencyUnit.of(row.getString("currency")), amount),
                bank == null ? null : new AccountId(bank),
                row.getString("remark"),
                payment(row.getObject("reverses", UUID.class)),
                payment(row.getObject("reversed_by", UUID.class)),
                row.getBoolean("closed"));
    }

    private static @Nullable PaymentId payment(@Nullable UUID id) {
        return id == null ? null : new PaymentId(id);
    }
}
