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
import org.convergence.resources.ledger.PaymentId;
import org.convergence.resources.ledger.PaymentMethod;
import org.joda.money.CurrencyUnit;
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
public class Receiving {

    private static final String TABLE = "resources.ledger_payment";

    private final PaymentStore payments;
    private final Settling settling;
    private final LeftOver leftOver;
    private final NotedOnce once;
    private final Proposals proposals;
    private final OrganisationSettings settings;

    Receiving(
            PaymentStore payments,
            Settling settling,
            LeftOver leftOver,
            NotedOnce once,
            Proposals proposals,
            OrganisationSettings settings) {
        this.payments = payments;
        this.settling = settling;
        this.leftOver = leftOver;
        this.once = once;
        this.proposals = proposals;
        this.settings = settings;
    }

    /**
     * Enters a payment. Called again with the same source, it enters nothing.
     *
     * @param parts what it settles; the rest is an advance
     * @throws Refused if the parts do not fit, or the cheque or transfer is already entered
     */
    public PaymentId receive(PaymentFacts facts, List<Part> parts) {
        Optional<PaymentId> before = payments.sourced(facts.source());
        if (before.isPresent()) {
            return before.get();
        }
        if (!facts.amount().isPositive() || facts.method() == PaymentMethod.INTERNAL) {
            throw new Refused("ledger.refused.nothing");
        }
        once.requireNew(facts, null);
        AllocationPolicy.requireSound(facts.amount(), parts, settling.hold(invoices(parts)));
        PaymentId id = new PaymentId(Ids.next());
        payments.insert(id, facts);
        payments.allocate(id, AllocationPolicy.complete(facts.amount().getAmount(), parts));
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
    public void correct(PaymentId id, int version, PaymentFacts facts, List<Part> parts) {
        proposals.hold();
        PaymentStore.Kept kept = payments.load(id);
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
        leftOver.hold(kept.payer(), LeftOver.Payer.of(facts.from(), facts.payer()));
        once.requireNew(facts, id);
        List<InvoiceId> touched = new ArrayList<>(invoices(parts));
        touched.addAll(invoices(payments.parts(id)));
        settling.hold(touched);
        payments.clear(id);
        AllocationPolicy.requireSound(facts.amount(), parts, settling.hold(invoices(parts)));
        payments.update(id, facts);
        payments.allocate(id, AllocationPolicy.complete(facts.amount().getAmount(), parts));
        settling.requireNoneOverdrawn(touched);
        leftOver.requireCovered(kept.payer(), kept.amount().getCurrencyUnit());
        proposals.again(id);
    }

    /**
     * Reverses a payment, such as a bounced cheque: a new payment makes owed again what it settled, and what its
     * advance settled since.
     *
     * @throws Refused if it was already reversed, or the day is in the future or before it was received
     */
    public PaymentId reverse(PaymentId id, LocalDate day, String reason) {
        PaymentStore.Kept kept = payments.load(id);
        if (kept.reversed() || !kept.amount().isPositive()) {
            throw new Refused("ledger.refused.reversed");
        }
        DayPolicy.require(DayPolicy.ofReversal(day, kept.receivedOn(), settings.today()));
        LeftOver.Payer payer = kept.payer();
        CurrencyUnit currency = kept.amount().getCurrencyUnit();
        leftOver.hold(payer);
        settling.hold(settling.settledBy(payer, currency).stream()
                .map(Settling.Own::invoice)
                .toList());
        List<Settling.Own> settled = settling.settledBy(payer, currency);
        PaymentId back = new PaymentId(Ids.next());
        try {
            payments.insertReversed(back, id, day, reason);
        } catch (DataIntegrityViolationException twice) {
            throw new Refused("ledger.refused.reversed");
        }
        payments.allocate(back, mirrored(payments.parts(id), settled));
        proposals.propose(back);
        BigDecimal left = leftOver.sum(payer, currency);
        if (left.signum() < 0) {
            settling.takeBack(
                    payer, settling.settledBy(payer, currency), Amounts.of(currency, left.negate()), day, reason);
        }
        return back;
    }

    /** What a credit released meanwhile is now an advance, and is taken from there. */
    private static List<Part> mirrored(List<Part> parts, List<Settling.Own> settled) {
        Map<InvoiceId, BigDecimal> own =
                settled.stream().collect(Collectors.toMap(Settling.Own::invoice, Settling.Own::amount));
        List<Part> mirrored = new ArrayList<>();
        BigDecimal released = BigDecimal.ZERO;
        for (Part part : parts) {
            InvoiceId invoice = part.invoice();
            if (invoice == null) {
                mirrored.add(Part.of(
                        Objects.requireNonNull(part.purpose()), part.amount().negate()));
                continue;
            }
            BigDecimal here = part.amount().min(own.getOrDefault(invoice, BigDecimal.ZERO));
            if (here.signum() > 0) {
                mirrored.add(Part.of(invoice, here.negate()));
            }
            released = released.add(part.amount().subtract(here));
        }
        if (released.signum() > 0) {
            mirrored.add(Part.of(AccountPurpose.ADVANCE, released.negate()));
        }
        return mirrored;
    }

    private static List<InvoiceId> invoices(List<Part> parts) {
        return parts.stream().map(Part::invoice).filter(Objects::nonNull).toList();
    }
}
