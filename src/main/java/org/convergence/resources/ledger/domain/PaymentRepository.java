package org.convergence.resources.ledger.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.PersonId;
import org.convergence.platform.database.Identifier;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.RecordMapper;
import org.convergence.platform.database.Refused;
import org.convergence.platform.database.VersionedRow;
import org.convergence.resources.ledger.AccountPurpose;
import org.convergence.resources.ledger.InvoiceId;
import org.convergence.resources.ledger.PaymentId;
import org.convergence.resources.ledger.PaymentMethod;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Persistence of payments and their allocations. */
@Component
record PaymentRepository(JdbcClient db, BookAccountService accounts) {

    Optional<PaymentId> findBySource(@Nullable String source) {
        return source == null
                ? Optional.empty()
                : db.sql("SELECT id FROM resources.ledger_payment WHERE source = ?")
                        .param(source)
                        .query(UUID.class)
                        .optional()
                        .map(PaymentId::new);
    }

    void insert(PaymentId id, PaymentFacts facts) {
        try {
            VersionedRow.insert(db, "resources.ledger_payment", id.value(), values(facts));
        } catch (DataIntegrityViolationException violation) {
            throw String.valueOf(violation.getMostSpecificCause().getMessage()).contains("_fk\"")
                    ? new NotFound("payer")
                    : violation;
        }
    }

    private static Map<String, @Nullable Object> values(PaymentFacts facts) {
        Map<String, @Nullable Object> values = VersionedRow.values(facts, "from");
        values.put("organisation", facts.from() instanceof OrganisationId it ? it.value() : null);
        values.put("person", facts.from() instanceof PersonId it ? it.value() : null);
        return values;
    }

    void allocate(PaymentId payment, List<PaymentPart> parts) {
        int position = 0;
        for (PaymentPart part : parts) {
            AccountPurpose purpose = part.purpose();
            InvoiceId invoice = part.invoice();
            db.sql("""
                            INSERT INTO resources.ledger_allocation (payment, position, invoice, account, amount)
                            VALUES (:payment, :position, :invoice, :account, :amount)
                            """)
                    .param("payment", payment.value())
                    .param("position", ++position)
                    .param("invoice", invoice == null ? null : invoice.value())
                    .param(
                            "account",
                            purpose == null ? null : accounts.findFirst(purpose).value())
                    .param("amount", part.amount())
                    .update();
        }
    }

    record StoredPayment(
            int version,
            PaymentMethod method,
            LocalDate receivedOn,
            @Nullable OrganisationId organisation,
            @Nullable PersonId person,
            @Nullable String payerName,
            Money amount,
            boolean closed,
            boolean reversed) {

        PayerCredit.PayerKey payer() {
            return PayerCredit.PayerKey.of(organisation != null ? organisation : person, payerName);
        }
    }

    StoredPayment findById(PaymentId id) {
        return db.sql("""
                        SELECT p.version, p.method, p.received_on, p.organisation, p.person, p.payer AS payer_name,
                               p.currency, p.amount,
                               resources.ledger_is_closed(p.id) AS closed,
                               EXISTS (SELECT FROM resources.ledger_payment r WHERE r.reverses = p.id) AS reversed
                        FROM resources.ledger_payment p WHERE p.id = ? FOR NO KEY UPDATE
                        """)
                .param(id.value())
                .query(RecordMapper.of(StoredPayment.class))
                .optional()
                .orElseThrow(() -> new NotFound("payment"));
    }

    /** A payment with a bank line or a deposit slip keeps its amount and its account. */
    void requireAsAtTheBank(PaymentId id, PaymentFacts facts) {
        boolean otherwise = db.sql("""
                        SELECT EXISTS (SELECT FROM resources.ledger_payment p WHERE p.id = :id
                            AND (EXISTS (SELECT FROM resources.ledger_bank_line l WHERE l.payment = p.id)
                                 OR EXISTS (SELECT FROM resources.ledger_deposit_payment x WHERE x.payment = p.id))
                            AND (p.amount <> :amount OR p.currency <> :currency OR p.bank IS DISTINCT FROM :bank))
                        """)
                .param("id", id.value())
                .param("amount", facts.amount().getAmount())
                .param("currency", facts.amount().getCurrencyUnit().getCode())
                .param("bank", Identifier.uuidOf(facts.bank()))
                .query(Boolean.class)
                .single();
        if (otherwise) {
            throw new Refused("ledger.refused.at-the-bank");
        }
    }

    /** The parts of a payment, in their order. */
    List<PaymentPart> findParts(PaymentId id) {
        return db.sql("""
                        SELECT a.invoice, c.purpose, a.amount FROM resources.ledger_allocation a
                        LEFT JOIN resources.ledger_account c ON c.id = a.account
                        WHERE a.payment = ? ORDER BY a.position
                        """)
                .param(id.value())
                .query(RecordMapper.of(PaymentPart.class))
                .list();
    }

    void update(PaymentId id, PaymentFacts facts) {
        db.sql("""
                        UPDATE resources.ledger_payment
                        SET organisation = :organisation, person = :person, payer = :payer, method = :method,
                            received_on = :received_on, reference = :reference, currency = :currency, amount = :amount,
                            bank = :bank, remark = :remark, version = version + 1
                        WHERE id = :id
                        """).params(values(facts)).param("id", id.value()).update();
    }

    void insertReversal(PaymentId back, PaymentId id, LocalDate day, String reason) {
        db.sql("""
                        INSERT INTO resources.ledger_payment
                            (id, organisation, person, payer, method, received_on, reference, currency, amount, bank,
                             remark, reverses)
                        SELECT :new, p.organisation, p.person, p.payer, p.method, :day, p.reference, p.currency, -p.amount,
                               coalesce(p.bank, b.bank), :reason, p.id
                        FROM resources.ledger_payment p
                        LEFT JOIN resources.ledger_entry e ON e.payment = p.id
                        LEFT JOIN resources.ledger_batch b ON b.id = e.batch
                        WHERE p.id = :id
                        """)
                .param("new", back.value())
                .param("day", day)
                .param("reason", reason)
                .param("id", id.value())
                .update();
    }

    /** Deletes the allocations of a payment, before new ones are stored. */
    void deleteAllocations(PaymentId id) {
        db.sql("DELETE FROM resources.ledger_allocation WHERE payment = ?")
                .param(id.value())
                .update();
    }

    /** Deletes a payment with its entry and its allocations. */
    void delete(PaymentId id) {
        db.sql("DELETE FROM resources.ledger_entry WHERE payment = ?")
                .param(id.value())
                .update();
        deleteAllocations(id);
        db.sql("DELETE FROM resources.ledger_payment WHERE id = ?")
                .param(id.value())
                .update();
    }
}
