package org.convergence.resources.ledger.web;

import java.util.ArrayList;
import java.util.List;
import org.convergence.directory.people.Party;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.resources.ledger.domain.AllocationPolicy;
import org.convergence.resources.ledger.domain.Invoices;
import org.convergence.resources.ledger.domain.Part;
import org.convergence.resources.ledger.domain.PaymentFacts;
import org.springframework.stereotype.Component;

/** What a payment most likely settles, until somebody says otherwise. */
@Component
class PaymentProposals {

    private static final int OPEN = 200;

    private final Invoices invoices;
    private final OrganisationSettings settings;

    PaymentProposals(Invoices invoices, OrganisationSettings settings) {
        this.invoices = invoices;
        this.settings = settings;
    }

    List<Part> of(PaymentFacts facts) {
        Party from = facts.from();
        List<AllocationPolicy.Open> open = new ArrayList<>();
        if (from != null) {
            invoices.openOf(from, settings.today(), OPEN).stream()
                    .filter(it ->
                            it.balance().getCurrencyUnit().equals(facts.amount().getCurrencyUnit()))
                    .forEach(it -> open.add(new AllocationPolicy.Open(
                            it.id(), it.number(), it.balance().getAmount())));
        }
        return AllocationPolicy.propose(facts.amount().getAmount(), open);
    }
}
