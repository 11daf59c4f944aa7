package org.convergence.resources.ledger.domain;

import java.time.LocalDate;
import java.util.List;
import org.convergence.directory.people.Party;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.Ids;
import org.convergence.platform.database.Refused;
import org.convergence.resources.ledger.AccountPurpose;
import org.convergence.resources.ledger.InvoiceId;
import org.convergence.resources.ledger.LedgerPermissions;
import org.convergence.resources.ledger.PaymentId;
import org.convergence.resources.ledger.PaymentMethod;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Settles invoices from advances of payers, by a payment of zero, so that closed batches stay unchanged. */
@Service
@Transactional
@Requires(LedgerPermissions.RECORD)
public class AdvanceService {

    private final PayerCredit leftOver;
    private final PaymentRepository payments;
    private final SettlementService settlements;
    private final LedgerEntryRepository proposals;

    AdvanceService(
            PayerCredit leftOver,
            PaymentRepository payments,
            SettlementService settlements,
            LedgerEntryRepository proposals) {
        this.leftOver = leftOver;
        this.payments = payments;
        this.settlements = settlements;
        this.proposals = proposals;
    }

    /**
     * Settles an invoice from an advance of the payer.
     *
     * @throws Refused if the advance is less than the amount
     */
    public PaymentId settle(Party payer, LocalDate day, Money amount, InvoiceId invoice) {
        leftOver.lock(PayerCredit.PayerKey.of(payer, null));
        Money advance = findBalance(payer, amount.getCurrencyUnit());
        if (amount.isGreaterThan(advance)) {
            throw new Refused("ledger.refused.advance", advance);
        }
        List<PaymentPart> parts = List.of(PaymentPart.of(invoice, amount.getAmount()));
        AllocationPolicy.requireSound(amount, parts, settlements.lock(List.of(invoice)));
        PaymentId id = new PaymentId(Ids.next());
        payments.insert(
                id,
                new PaymentFacts(
                        payer,
                        null,
                        PaymentMethod.INTERNAL,
                        day,
                        null,
                        Money.zero(amount.getCurrencyUnit()),
                        null,
                        null,
                        null));
        payments.allocate(
                id,
                List.of(
                        parts.get(0),
                        PaymentPart.of(
                                AccountPurpose.ADVANCE, amount.getAmount().negate())));
        settlements.withholdLetters(List.of(invoice));
        proposals.propose(id);
        return id;
    }

    /** The advances of a payer, by currency; empty for none. */
    @Transactional(readOnly = true)
    @Requires(LedgerPermissions.READ)
    public List<Money> findLeft(Party payer) {
        return leftOver.findLeft(PayerCredit.PayerKey.of(payer, null));
    }

    /** The advance of a payer, in one currency. */
    @Transactional(readOnly = true)
    @Requires(LedgerPermissions.READ)
    public Money findBalance(Party payer, CurrencyUnit currency) {
        return MoneyAmounts.of(currency, leftOver.balance(PayerCredit.PayerKey.of(payer, null), currency));
    }
}
