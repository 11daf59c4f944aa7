package org.convergence.resources.ledger.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.Party;
import org.convergence.directory.people.PersonId;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.RecordMapper;
import org.convergence.platform.list.ListOrder;
import org.convergence.platform.list.ListQuery;
import org.convergence.platform.list.ListRequest;
import org.convergence.platform.list.SqlConditions;
import org.convergence.platform.shell.ListSlice;
import org.convergence.resources.ledger.AccountId;
import org.convergence.resources.ledger.AccountPurpose;
import org.convergence.resources.ledger.InvoiceId;
import org.convergence.resources.ledger.LedgerPermissions;
import org.convergence.resources.ledger.PaymentId;
import org.convergence.resources.ledger.PaymentMethod;
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
            p.*, coalesce(o.name, h.display_name) AS name, resources.ledger_is_closed(p.id) AS closed, r.id AS reversed_by
            """;

    private static final String TABLES = """
            resources.ledger_payment p
            LEFT JOIN directory.people_organisation_name o ON o.id = p.organisation
            LEFT JOIN directory.people_person_name h ON h.id = p.person
            LEFT JOIN resources.ledger_payment r ON r.reverses = p.id
            """;

    private static final String NAMED = """
            (o.search_form LIKE '%' || :name || '%' OR h.search_form LIKE '%' || :name || '%'
             OR lower(p.payer) LIKE '%' || :name || '%' OR lower(p.reference) LIKE '%' || :name || '%')""";

    private final JdbcClient db;
    private final ListQuery<PaymentFilter, PaymentSummary> list;

    PaymentQueries(JdbcClient db) {
        this.db = db;
        this.list = new ListQuery<>(
                db,
                COLUMNS,
                TABLES,
                filter -> new SqlConditions()
                        .and("(p.organisation = :party OR p.person = :party)", "party", filter.party())
                        .and(NAMED, "name", filter.name()),
                List.of(ListOrder.<PaymentSummary>descending("latest")
                        .day("p.received_on", PaymentSummary::receivedOn)
                        .id("p.id", PaymentSummary::id)),
                RecordMapper.of(PaymentSummary.class));
    }

    /**
     * The filter of the list.
     *
     * @param party the payer; {@code null} for all
     * @param name a part of the payer's name or of the reference, folded; empty for all
     */
    public record PaymentFilter(@Nullable UUID party, String name) {}

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
            @Nullable OrganisationId organisation,
            @Nullable PersonId person,
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

        /** The payer; {@code null} if not in the directory. */
        public @Nullable Party from() {
            return organisation != null ? organisation : person;
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

    /** A slice of the list, the latest first. */
    public ListSlice<PaymentSummary> findSlice(ListRequest<PaymentFilter> request) {
        return list.findSlice(request);
    }

    /** @throws NotFound if the payment does not exist */
    public PaymentSummary findById(PaymentId id) {
        return list.findByIds(new PaymentFilter(null, ""), List.of(id)).stream()
                .findFirst()
                .orElseThrow(() -> new NotFound("payment"));
    }

    /** The allocations of a payment, in their order. */
    public List<PaymentAllocation> findAllocations(PaymentId id) {
        return db.sql("""
                        SELECT a.invoice, %s AS number, i.subject, c.purpose, a.amount, p.currency
                        FROM resources.ledger_allocation a
                        JOIN resources.ledger_payment p ON p.id = a.payment
                        LEFT JOIN resources.ledger_invoice i ON i.id = a.invoice
                        LEFT JOIN resources.ledger_account c ON c.id = a.account
                        WHERE a.payment = ? ORDER BY a.position
                        """.formatted(LedgerNumberSeries.column("i")))
                .param(id.value())
                .query(RecordMapper.of(PaymentAllocation.class))
                .list();
    }
}
