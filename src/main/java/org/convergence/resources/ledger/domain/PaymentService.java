package org.convergence.resources.ledger.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.EditConflict;
import org.convergence.platform.database.Ids;
import org.convergence.platform.database.Refused;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.resources.ledger.AccountPurpose;
import org.convergence.resources.ledger.InvoiceId;
import org.convergence.resources.ledger.LedgerPermissions;
import org.convergence.resources.ledger.PaymentChanged;
import org.convergence.resources.ledger.PaymentId;
import org.convergence.resources.ledger.PaymentMethod;
import org.joda.money.CurrencyUnit;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Enters payments. One cheque may settle several invoices, in part or in excess: the rest is an advance of the payer,
 * so that the parts always sum to the payment.
 */
@Service
@Transactional
@Requires(LedgerPermissions.RECORD)
public class PaymentService {

    private static final String TABLE = "resources.ledger_payment";

    private final PaymentRepository payments;
    private final SettlementService settlements;
    private final PayerCredit leftOver;
    private final DuplicatePaymentCheck once;
    private final LedgerEntryRepository proposals;
    private final OrganisationSettings settings;
    private final ApplicationEventPublisher events;

    PaymentService(
            PaymentRepository payments,
            SettlementService settlements,
            PayerCredit leftOver,
            DuplicatePaymentCheck once,
            LedgerEntryRepository proposals,
            OrganisationSettings settings,
            ApplicationEventPublisher events) {
        this.payments = payments;
        this.settlements = settlements;
        this.leftOver = leftOver;
        this.once = once;
        this.proposals = proposals;
        this.settings = settings;
        this.events = events;
    }

    /**
     * Enters a payment. Called again with the same source, it enters nothing.
     *
     * @param parts what it settles; the rest is an advance
     * @throws Refused if the parts do not fit, or the cheque or transfer is already entered
     */
    public PaymentId receive(PaymentFacts facts, List<PaymentPart> parts) {
        Optional<PaymentId> before = payments.findBySource(facts.source());
        if (before.isPresent()) {
            return before.get();
        }
        if (!facts.amount().isPositive() || facts.method() == PaymentMethod.INTERNAL) {
            throw new Refused("ledger.refused.nothing");
        }
        once.requireNew(facts, null);
        AllocationPolicy.requireSound(facts.amount(), parts, settlements.lock(invoices(parts)));
        PaymentId id = new PaymentId(Ids.next());
        payments.insert(id, facts);
        payments.allocate(id, AllocationPolicy.complete(facts.amount().getAmount(), parts));
        settlements.withholdLetters(invoices(parts));
        proposals.propose(id);
        return id;
    }

    /**
     * Corrects a payment while its batch is open; the accountant reviews it again.
     *
     * @param version the version that the form showed
     * @throws Refused if the batch is closed, the payment was reversed, something depends on what it settled before, or
     *     it equals another cheque or transfer
     */
    public void correct(PaymentId id, int version, PaymentFacts facts, List<PaymentPart> parts) {
        proposals.lockBatches();
        PaymentRepository.StoredPayment kept = payments.findById(id);
        if (kept.closed()
                || kept.reversed()
                || kept.method() == PaymentMethod.INTERNAL
                || kept.amount().isNegative()) {
            throw new Refused("ledger.refused.closed");
        }
        if (kept.version() != version) {
            throw new EditConflict(TABLE, id.value(), version);
        }
        payments.requireAsAtTheBank(id, facts);
        leftOver.lock(kept.payer(), PayerCredit.PayerKey.of(facts.from(), facts.payer()));
        once.requireNew(facts, id);
        List<InvoiceId> touched = new ArrayList<>(invoices(parts));
        touched.addAll(invoices(payments.findParts(id)));
        settlements.lock(touched);
        payments.deleteAllocations(id);
        AllocationPolicy.requireSound(facts.amount(), parts, settlements.lock(invoices(parts)));
        payments.update(id, facts);
        payments.allocate(id, AllocationPolicy.complete(facts.amount().getAmount(), parts));
        settlements.requireNoneOverdrawn(touched);
        settlements.withholdLetters(invoices(parts));
        leftOver.requireCovered(kept.payer(), kept.amount().getCurrencyUnit());
        proposals.proposeAgain(id);
        events.publishEvent(new PaymentChanged(id, false));
    }

    /**
     * Reverses a payment, such as a bounced cheque: a new payment makes owed again what it settled, and what its
     * advance settled since.
     *
     * @throws Refused if it was already reversed, or the day is in the future or before it was received
     */
    public PaymentId reverse(PaymentId id, LocalDate day, String reason) {
        PaymentRepository.StoredPayment kept = payments.findById(id);
        if (kept.reversed() || !kept.amount().isPositive()) {
            throw new Refused("ledger.refused.reversed");
        }
        LedgerDatePolicy.require(LedgerDatePolicy.checkReversal(day, kept.receivedOn(), settings.today()));
        PayerCredit.PayerKey payer = kept.payer();
        CurrencyUnit currency = kept.amount().getCurrencyUnit();
        leftOver.lock(payer);
        settlements.lock(settlements.findSettledBy(payer, currency).stream()
                .map(SettlementService.PayerSettlement::invoice)
                .toList());
        List<SettlementService.PayerSettlement> settled = settlements.findSettledBy(payer, currency);
        PaymentId back = new PaymentId(Ids.next());
        try {
            payments.insertReversal(back, id, day, reason);
        } catch (DataIntegrityViolationException twice) {
            throw new Refused("ledger.refused.reversed");
        }
        events.publishEvent(new PaymentChanged(id, false));
        payments.allocate(back, mirror(payments.findParts(id), settled));
        proposals.propose(back);
        BigDecimal left = leftOver.balance(payer, currency);
        if (left.signum() < 0) {
            settlements.reclaim(
                    payer,
                    settlements.findSettledBy(payer, currency),
                    MoneyAmounts.of(currency, left.negate()),
                    day,
                    reason);
        }
        return back;
    }

    /**
     * The negated parts of a reversed payment. Amounts that a credit has released since then are an advance now, so the
     * advance is reduced.
     */
    private static List<PaymentPart> mirror(List<PaymentPart> parts, List<SettlementService.PayerSettlement> settled) {
        Map<InvoiceId, BigDecimal> own = settled.stream()
                .collect(Collectors.toMap(
                        SettlementService.PayerSettlement::invoice, SettlementService.PayerSettlement::amount));
        List<PaymentPart> mirrored = new ArrayList<>();
        BigDecimal released = BigDecimal.ZERO;
        for (PaymentPart part : parts) {
            InvoiceId invoice = part.invoice();
            if (invoice == null) {
                mirrored.add(PaymentPart.of(
                        Objects.requireNonNull(part.purpose()), part.amount().negate()));
                continue;
            }
            BigDecimal here = part.amount().min(own.getOrDefault(invoice, BigDecimal.ZERO));
            if (here.signum() > 0) {
                mirrored.add(PaymentPart.of(invoice, here.negate()));
            }
            released = released.add(part.amount().subtract(here));
        }
        if (released.signum() > 0) {
            mirrored.add(PaymentPart.of(AccountPurpose.ADVANCE, released.negate()));
        }
        return mirrored;
    }

    /**
     * Deletes a payment made from a bank line by mistake.
     *
     * @throws Refused if its batch is closed, or its advance settled something
     */
    void withdraw(PaymentId id) {
        proposals.lockBatches();
        PaymentRepository.StoredPayment kept = payments.findById(id);
        if (kept.closed() || kept.reversed()) {
            throw new Refused("ledger.refused.closed");
        }
        events.publishEvent(new PaymentChanged(id, true));
        leftOver.lock(kept.payer());
        List<InvoiceId> invoices = invoices(payments.findParts(id));
        settlements.lock(invoices);
        payments.delete(id);
        settlements.requireNoneOverdrawn(invoices);
        leftOver.requireCovered(kept.payer(), kept.amount().getCurrencyUnit());
    }

    private static List<InvoiceId> invoices(List<PaymentPart> parts) {
        return parts.stream().map(PaymentPart::invoice).filter(Objects::nonNull).toList();
    }
}
