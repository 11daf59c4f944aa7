package org.convergence.resources.ledger.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.PersonId;
import org.convergence.platform.database.Ids;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.RecordMapper;
import org.convergence.platform.database.Refused;
import org.convergence.platform.mail.LetterStatusService;
import org.convergence.resources.ledger.AccountPurpose;
import org.convergence.resources.ledger.InvoiceId;
import org.convergence.resources.ledger.PaymentId;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Settles invoices. A change of settlements locks the invoices first, in a fixed order, so that nothing is settled
 * twice and no deadlock arises.
 */
@Component
record SettlementService(
        JdbcClient db, PaymentRepository payments, LedgerEntryRepository proposals, LetterStatusService letters) {

    /** An invoice locked until the transaction ends. */
    record LockedInvoice(
            InvoiceId id, int version, String number, LocalDate dueOn, Money total, Money settled, Money reduced) {

        Money balance() {
            return total.minus(settled).minus(reduced);
        }
    }

    /** Withholds the invoices and reminders that wait in the outbox although nothing is owed any longer. */
    void withholdLetters(Collection<InvoiceId> invoices) {
        letters.withholdUntrue(invoices.stream().map(InvoiceId::value).toList());
    }

    LockedInvoice lock(InvoiceId invoice) {
        LockedInvoice held = lock(List.of(invoice)).get(invoice);
        if (held == null) {
            throw new NotFound("invoice");
        }
        return held;
    }

    /** Locks the existing invoices of these ids, by id. */
    Map<InvoiceId, LockedInvoice> lock(Collection<InvoiceId> invoices) {
        UUID[] ids = invoices.stream().map(InvoiceId::value).sorted().toArray(UUID[]::new);
        db.sql("SELECT id FROM resources.ledger_invoice WHERE id = ANY (?) ORDER BY id FOR NO KEY UPDATE")
                .param(ids)
                .query(UUID.class)
                .list();
        return db
                .sql("""
                        SELECT i.id, i.version, %s AS number, i.due_on, i.currency, i.total,
                               (SELECT coalesce(sum(amount), 0) FROM resources.ledger_allocation WHERE invoice = i.id) AS settled,
                               (SELECT coalesce(sum(amount), 0) FROM resources.ledger_reduction WHERE invoice = i.id) AS reduced
                        FROM resources.ledger_invoice i WHERE i.id = ANY (?)
                        """.formatted(LedgerNumberSeries.column("i")))
                .param(ids)
                .query(RecordMapper.of(LockedInvoice.class))
                .list()
                .stream()
                .collect(Collectors.toMap(LockedInvoice::id, Function.identity()));
    }

    /**
     * Turns what settled an invoice into advances of its payers, the latest payment first, by payments of zero, so that
     * closed batches stay unchanged.
     */
    void release(InvoiceId invoice, Money amount, LocalDate day, String remark) {
        BigDecimal left = amount.getAmount();
        for (PaidShare paid : findPaidShares(invoice)) {
            BigDecimal part = left.min(paid.amount());
            if (part.signum() > 0) {
                giveBack(paid.payer(), invoice, MoneyAmounts.of(amount.getCurrencyUnit(), part), day, remark);
                left = left.subtract(part);
            }
        }
        if (left.signum() > 0) {
            throw new IllegalStateException("more is returned than was paid");
        }
    }

    /**
     * Takes back what an advance settled, when its payment is reversed: first what the advance settled, the latest
     * first, then what the payer settled otherwise.
     *
     * @param settled {@link #findSettledBy} of the payer, locked before
     */
    void reclaim(
            PayerCredit.PayerKey payer, List<PayerSettlement> settled, Money amount, LocalDate day, String remark) {
        BigDecimal left = amount.getAmount();
        for (boolean byAdvance : new boolean[] {true, false}) {
            for (PayerSettlement own : settled) {
                BigDecimal most = byAdvance ? own.byAdvance() : own.amount().subtract(own.byAdvance());
                BigDecimal part = left.min(most);
                if (part.signum() > 0) {
                    giveBack(payer, own.invoice(), MoneyAmounts.of(amount.getCurrencyUnit(), part), day, remark);
                    left = left.subtract(part);
                }
            }
        }
        if (left.signum() > 0) {
            throw new IllegalStateException("the remainder exceeds the payment");
        }
    }

    private void giveBack(PayerCredit.PayerKey payer, InvoiceId invoice, Money part, LocalDate day, String remark) {
        PaymentId id = insertInternalPayment(payer, part.getCurrencyUnit(), day, remark);
        BigDecimal amount = part.getAmount();
        payments.allocate(
                id, List.of(PaymentPart.of(invoice, amount.negate()), PaymentPart.of(AccountPurpose.ADVANCE, amount)));
        proposals.propose(id);
    }

    /**
     * The amount that a payer settled of an invoice.
     *
     * @param byAdvance how much of it by an advance
     */
    record PayerSettlement(InvoiceId invoice, BigDecimal amount, BigDecimal byAdvance) {}

    /** The amounts that a payer settled of each invoice, the latest by an advance first. */
    List<PayerSettlement> findSettledBy(PayerCredit.PayerKey payer, CurrencyUnit currency) {
        return db.sql("""
                        SELECT a.invoice, sum(a.amount) AS amount,
                               least(sum(a.amount), greatest(0, coalesce(sum(a.amount) FILTER (WHERE p.method = 'INTERNAL'), 0)))
                                   AS by_advance
                        FROM resources.ledger_allocation a JOIN resources.ledger_payment p ON p.id = a.payment
                        WHERE a.invoice IS NOT NULL AND p.currency = :currency AND %s
                        GROUP BY a.invoice HAVING sum(a.amount) > 0
                        ORDER BY max(p.id::text) FILTER (WHERE p.method = 'INTERNAL' AND a.amount > 0) DESC NULLS LAST, a.invoice
                        """.formatted(payer.condition()))
                .param("payer", payer.key())
                .param("currency", currency.getCode())
                .query(RecordMapper.of(PayerSettlement.class))
                .list();
    }

    /** @throws Refused if more was given back of an invoice than is settled without the removed payment */
    void requireNoneOverdrawn(Collection<InvoiceId> invoices) {
        if (lock(invoices).values().stream().anyMatch(it -> it.settled().isNegative())) {
            throw new Refused("ledger.refused.rests");
        }
    }

    private record PaidShare(
            @Nullable OrganisationId organisation,
            @Nullable PersonId person,
            @Nullable String name,
            BigDecimal amount) {

        PayerCredit.PayerKey payer() {
            return PayerCredit.PayerKey.of(organisation != null ? organisation : person, name);
        }
    }

    private List<PaidShare> findPaidShares(InvoiceId invoice) {
        return db.sql("""
                        SELECT w.organisation, w.person, w.payer AS name, sum(w.amount) AS amount
                        FROM (SELECT p.organisation, p.person, p.received_on, a.amount,
                                     CASE WHEN num_nonnulls(p.organisation, p.person) = 0 THEN p.payer END AS payer
                              FROM resources.ledger_allocation a JOIN resources.ledger_payment p ON p.id = a.payment
                              WHERE a.invoice = ?) w
                        GROUP BY w.organisation, w.person, w.payer HAVING sum(w.amount) > 0
                        ORDER BY max(w.received_on) DESC
                        """)
                .param(invoice.value())
                .query(RecordMapper.of(PaidShare.class))
                .list();
    }

    private PaymentId insertInternalPayment(
            PayerCredit.PayerKey of, CurrencyUnit currency, LocalDate day, String remark) {
        PaymentId id = new PaymentId(Ids.next());
        db.sql("""
                        INSERT INTO resources.ledger_payment
                            (id, organisation, person, payer, method, received_on, currency, amount, remark)
                        VALUES (:id, :organisation, :person, :payer, 'INTERNAL', :on, :currency, 0, :remark)
                        """)
                .param("id", id.value())
                .param("organisation", of.organisation())
                .param("person", of.person())
                .param("payer", of.name())
                .param("on", day)
                .param("currency", currency.getCode())
                .param("remark", remark)
                .update();
        return id;
    }
}
