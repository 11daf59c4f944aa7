package org.convergence.resources.ledger.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.convergence.directory.people.CodeNames;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.representative.RepresentativeSection;
import org.convergence.platform.rendering.Edition;
import org.convergence.platform.rendering.Paper;
import org.convergence.platform.rendering.Rendering;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.settings.Speaking;
import org.convergence.platform.text.Words;
import org.convergence.resources.ledger.InvoiceId;
import org.convergence.resources.ledger.domain.Invoices.Asked;
import org.convergence.resources.ledger.domain.Invoices.Which;
import org.joda.money.Money;
import org.springframework.stereotype.Component;

/**
 * The invoices that an organisation owes, or pays for another, on the page opened by its link: all open ones with their
 * sum, and the latest settled ones. An invoice of a person under a code name is left out: the payer knows the person.
 */
@Component
class RepresentativesInvoices implements RepresentativeSection {

    private static final int SHOWN = 12;
    private static final int OPEN = 200;

    private final Invoices invoices;
    private final InvoiceFile file;
    private final InvoicePaper paper;
    private final Speaking speaking;
    private final CodeNames codeNames;
    private final OrganisationSettings settings;

    RepresentativesInvoices(
            Invoices invoices,
            InvoiceFile file,
            InvoicePaper paper,
            Speaking speaking,
            CodeNames codeNames,
            OrganisationSettings settings) {
        this.invoices = invoices;
        this.file = file;
        this.paper = paper;
        this.speaking = speaking;
        this.codeNames = codeNames;
        this.settings = settings;
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public Optional<Section> show(OrganisationId organisation, Words t) {
        List<Invoices.Line> shown = shown(organisation);
        if (shown.isEmpty()) {
            return Optional.empty();
        }
        List<Line> lines = new ArrayList<>();
        List<Money> open = shown.stream()
                .map(Invoices.Line::balance)
                .filter(Money::isPositive)
                .toList();
        if (!open.isEmpty()) {
            lines.add(new Line(
                    t.say("public.ledger.left", t.money(Amounts.sums(open))),
                    t.say("public.ledger.left.invoices", open.size()),
                    null));
        }
        shown.forEach(it -> lines.add(line(it, organisation, t)));
        return Optional.of(new Section(t.say("public.ledger.invoices"), lines));
    }

    private List<Invoices.Line> shown(OrganisationId organisation) {
        LocalDate today = settings.today();
        Set<Invoices.Line> all = new LinkedHashSet<>(invoices.openOf(organisation, today, OPEN));
        all.addAll(invoices.some(new Asked(today, Which.ALL, organisation.value(), "", ""), null, SHOWN));
        return all.stream()
                .filter(it -> !(it.debtor() instanceof PersonId somebody)
                        || codeNames.of(somebody).isEmpty())
                .toList();
    }

    private static Line line(Invoices.Line it, OrganisationId reader, Words t) {
        String what = it.number() + " – " + it.subject();
        String state = it.balance().isZero()
                ? t.say("public.ledger.settled", t.money(it.total()))
                : t.say("public.ledger.owed", t.money(it.balance()), t.money(it.total()), it.expectedOn());
        return new Line(
                it.debtor().equals(reader) ? what : what + " (" + it.debtorName() + ")",
                state,
                it.id().value());
    }

    @Override
    public Optional<File> file(OrganisationId organisation, UUID id) {
        return shown(organisation).stream()
                .map(Invoices.Line::id)
                .filter(each -> each.value().equals(id))
                .findFirst()
                .map(each -> pdf(each, organisation));
    }

    private File pdf(InvoiceId id, OrganisationId reader) {
        InvoiceFile.Whole whole = file.one(id);
        Paper read = reader.value().equals(whole.organisation()) ? paper.of(whole) : paper.toPayer(whole);
        return new File(
                whole.number() + ".pdf",
                out -> Rendering.PDF.write(read, speaking.to(whole.language()), Edition.at(""), out));
    }
}
