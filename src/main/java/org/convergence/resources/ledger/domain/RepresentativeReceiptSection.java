package org.convergence.resources.ledger.domain;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.representative.RepresentativeSection;
import org.convergence.platform.list.ListRequest;
import org.convergence.platform.settings.RecipientWords;
import org.convergence.platform.text.Words;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The payments of an organisation with their acknowledgements (R-REC-1), on the page opened by its link. */
@Component
@Order(22)
record RepresentativeReceiptSection(
        PaymentQueries payments, AcknowledgementService acknowledgements, RecipientWords recipientWords)
        implements RepresentativeSection {

    private static final int SHOWN = 12;

    @Override
    public Optional<LinkPageSection> show(OrganisationId organisation, Words t) {
        List<LinkPageLine> lines = findLatest(organisation).stream()
                .map(it -> new LinkPageLine(
                        t.say("public.ledger.received", it.receivedOn(), t.money(it.amount())),
                        t.say("public.ledger.receipt"),
                        it.id().value()))
                .toList();
        return lines.isEmpty()
                ? Optional.empty()
                : Optional.of(new LinkPageSection(t.say("public.ledger.receipts"), lines));
    }

    private List<PaymentQueries.PaymentSummary> findLatest(OrganisationId organisation) {
        return payments
                .findSlice(ListRequest.first(new PaymentQueries.PaymentFilter(organisation.value(), ""), SHOWN))
                .rows()
                .stream()
                .filter(it -> it.amount().isPositive() && it.reversedBy() == null)
                .toList();
    }

    @Override
    public Optional<LinkPageFile> file(OrganisationId organisation, UUID id) {
        Words t = recipientWords.forOrganisation();
        return findLatest(organisation).stream()
                .map(PaymentQueries.PaymentSummary::id)
                .filter(each -> each.value().equals(id))
                .findFirst()
                .map(each -> acknowledgements.renderPdf(each, null, t))
                .map(pdf -> new LinkPageFile(t.say("ledger.receipt.file") + ".pdf", out -> out.write(pdf)));
    }
}
