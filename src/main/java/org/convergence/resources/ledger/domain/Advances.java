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
public class Advances {

    private final LeftOver leftOver;
    private final PaymentStore payments;
    private final Settling settling;
    private final Proposals proposals;

    Advances(LeftOver leftOver, PaymentStore payments, Settling settling, Proposals proposals) {
        this.leftOver = leftOver;
        this.payments = payments;
        this.settling = settling;
        this.proposals = proposals;
    }

    /**
     * Settles an invoice from an advance of the payer.
     *
     * @throws Refused if the advance is less than the amount
     */
    public PaymentId use(Party payer, LocalDate day, Money amount, InvoiceId invoice) {
        leftOver.hold(LeftOver.Payer.of(payer, null));
        Money advance = of(payer, amount.getCurrencyUnit());
        if (amount.isGreaterThan(advance)) {
            throw new Refused("ledger.refused.advance", advance);
        }
        List<Part> parts = List.of(Part.of(invoice, amount.getAmount()));
        AllocationPolicy.requireSound(amount, parts, settling.hold(List.of(invoice)));
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
                        Part.of(AccountPurpose.ADVANCE, amount.getAmount().negate())));
        proposals.propose(id);
        return id;
    }

    /** The advance of a payer, in one currency. */
    @Transactional(readOnly = true)
    @Requires(LedgerPermissions.READ)
    public Money of(Party payer, CurrencyUnit currency) {
        return Amounts.of(currency, leftOver.sum(LeftOver.Payer.of(payer, null), currency));
    }
}
