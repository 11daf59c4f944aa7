package org.convergence.resources.ledger.domain;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.representative.RepresentativeSection;
import org.convergence.platform.settings.Speaking;
import org.convergence.platform.text.Words;
import org.springframework.stereotype.Component;

/** The payments of an organisation with their acknowledgements (R-REC-1), on the page opened by its link. */
@Component
class RepresentativesReceipts implements RepresentativeSection {

    private static final int SHOWN = 12;

    private final Payments payments;
    private final Acknowledgements acknowledgements;
    private final Speaking speaking;

    RepresentativesReceipts(Payments payments, Acknowledgements acknowledgements, Speaking speaking) {
        this.payments = payments;
        this.acknowledgements = acknowledgements;
        this.speaking = speaking;
    }

    @Override
    public int order() {
        return 22;
    }

    @Override
    public Optional<Section> show(OrganisationId organisation, Words t) {
        List<Line> lines = latest(organisation).stream()
                .map(it -> new Line(
                        t.say("public.ledger.received", it.receivedOn(), t.money(it.amount())),
                        t.say("public.ledger.receipt"),
                        it.id().value()))
                .toList();
        return lines.isEmpty() ? Optional.empty() : Optional.of(new Section(t.say("public.ledger.receipts"), lines));
    }

    private List<Payments.Line> latest(OrganisationId organisation) {
        return payments.some(organisation.value(), "", null, SHOWN).stream()
                .filter(it -> it.amount().isPositive() && it.reversedBy() == null)
                .toList();
    }

    @Override
    public Optional<File> file(OrganisationId organisation, UUID id) {
        Words t = speaking.toAll();
        return latest(organisation).stream()
                .map(Payments.Line::id)
                .filter(each -> each.value().equals(id))
                .findFirst()
                .map(each -> acknowledgements.pdf(each, null, t))
                .map(pdf -> new File(t.say("ledger.receipt.file") + ".pdf", out -> out.write(pdf)));
    }
}
