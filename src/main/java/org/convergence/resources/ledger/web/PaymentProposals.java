package org.convergence.resources.ledger.web;

import java.util.ArrayList;
import java.util.List;
import org.convergence.directory.people.Party;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.resources.ledger.InvoiceId;
import org.convergence.resources.ledger.domain.AllocationPolicy;
import org.convergence.resources.ledger.domain.InvoiceQueries;
import org.convergence.resources.ledger.domain.PaymentFacts;
import org.convergence.resources.ledger.domain.PaymentPart;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Proposes what a payment settles. */
@Component
record PaymentProposals(InvoiceQueries invoices, OrganisationSettings settings) {

    private static final int OPEN = 200;

    List<PaymentPart> propose(PaymentFacts facts) {
        return propose(facts, null);
    }

    /**
     * The proposed parts of a payment.
     *
     * @param invoice the invoice named by the payer, settled alone, the rest being an advance; {@code null} for none
     */
    List<PaymentPart> propose(PaymentFacts facts, @Nullable InvoiceId invoice) {
        if (invoice != null) {
            return AllocationPolicy.settle(
                    facts.amount().getAmount(),
                    invoices.findByIds(List.of(invoice), settings.today()).stream()
                            .map(PaymentProposals::open)
                            .toList());
        }
        Party from = facts.from();
        List<AllocationPolicy.OpenInvoice> open = new ArrayList<>();
        if (from != null) {
            invoices.findOpenByPayer(from, settings.today(), OPEN).stream()
                    .filter(it ->
                            it.balance().getCurrencyUnit().equals(facts.amount().getCurrencyUnit()))
                    .forEach(it -> open.add(open(it)));
        }
        return AllocationPolicy.propose(facts.amount().getAmount(), open);
    }

    private static AllocationPolicy.OpenInvoice open(InvoiceQueries.InvoiceSummary it) {
        return new AllocationPolicy.OpenInvoice(
                it.id(), it.number(), it.balance().getAmount());
    }
}
