package org.convergence.resources.ledger.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.convergence.directory.people.CodeNameDirectory;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.representative.RepresentativeSection;
import org.convergence.platform.list.ListRequest;
import org.convergence.platform.rendering.Paper;
import org.convergence.platform.rendering.PaperFormat;
import org.convergence.platform.rendering.RenderingOptions;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.settings.RecipientWords;
import org.convergence.platform.text.Words;
import org.convergence.resources.ledger.InvoiceId;
import org.convergence.resources.ledger.domain.InvoiceQueries.InvoiceFilter;
import org.convergence.resources.ledger.domain.InvoiceQueries.InvoiceSelection;
import org.joda.money.Money;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * The invoices that an organisation owes, or pays for another, on the page opened by its link: all open ones with their
 * sum, money of its own that settles none yet, and the latest settled ones. An invoice of a person under a code name is left out: the payer knows the person.
 */
@Component
@Order(20)
record RepresentativeInvoiceSection(
        InvoiceQueries invoices,
        PayerCredit credit,
        InvoiceDetailsQueries file,
        InvoicePaperAssembler paper,
        RecipientWords recipientWords,
        CodeNameDirectory codeNames,
        OrganisationSettings settings)
        implements RepresentativeSection {

    private static final int SHOWN = 12;
    private static final int OPEN = 200;

    @Override
    public Optional<LinkPageSection> show(OrganisationId organisation, Words t) {
        List<InvoiceQueries.InvoiceSummary> shown = findShown(organisation);
        List<Money> advance = credit.findLeft(PayerCredit.PayerKey.of(organisation, null));
        if (shown.isEmpty() && advance.isEmpty()) {
            return Optional.empty();
        }
        List<LinkPageLine> lines = new ArrayList<>();
        List<Money> open = shown.stream()
                .map(InvoiceQueries.InvoiceSummary::balance)
                .filter(Money::isPositive)
                .toList();
        if (!open.isEmpty()) {
            lines.add(new LinkPageLine(
                    t.say("public.ledger.left", t.money(MoneyAmounts.sumByCurrency(open))),
                    t.say("public.ledger.left.invoices", open.size()),
                    null));
        }
        if (!advance.isEmpty()) {
            lines.add(new LinkPageLine(
                    t.say("public.ledger.advance", t.money(advance)), t.say("public.ledger.advance.text"), null));
        }
        shown.forEach(it -> lines.add(line(it, organisation, t)));
        return Optional.of(new LinkPageSection(t.say("public.ledger.invoices"), lines));
    }

    private List<InvoiceQueries.InvoiceSummary> findShown(OrganisationId organisation) {
        LocalDate today = settings.today();
        Set<InvoiceQueries.InvoiceSummary> all =
                new LinkedHashSet<>(invoices.findOpenByPayer(organisation, today, OPEN));
        all.addAll(invoices.findSlice(
                        ListRequest.first(InvoiceFilter.ofParty(organisation, InvoiceSelection.ALL, today), SHOWN))
                .rows());
        return all.stream()
                .filter(it -> !(it.debtor() instanceof PersonId somebody)
                        || codeNames.findByPerson(somebody).isEmpty())
                .toList();
    }

    private static LinkPageLine line(InvoiceQueries.InvoiceSummary it, OrganisationId reader, Words t) {
        String what = it.number() + " – " + it.subject();
        String state = it.balance().isZero()
                ? t.say("public.ledger.settled", t.money(it.total()))
                : t.say("public.ledger.owed", t.money(it.balance()), t.money(it.total()), it.expectedOn());
        return new LinkPageLine(
                it.debtor().equals(reader) ? what : what + " (" + it.debtorName() + ")",
                state,
                it.id().value());
    }

    @Override
    public Optional<LinkPageFile> file(OrganisationId organisation, UUID id) {
        return findShown(organisation).stream()
                .map(InvoiceQueries.InvoiceSummary::id)
                .filter(each -> each.value().equals(id))
                .findFirst()
                .map(each -> pdf(each, organisation));
    }

    private LinkPageFile pdf(InvoiceId id, OrganisationId reader) {
        InvoiceDetailsQueries.InvoiceDetails whole = file.findById(id);
        Paper read = reader.value().equals(whole.organisation()) ? paper.forDebtor(whole) : paper.forPayer(whole);
        return new LinkPageFile(
                whole.number() + ".pdf",
                out -> PaperFormat.PDF.write(
                        read,
                        recipientWords.forLanguage(whole.language()),
                        RenderingOptions.letterPaper("", settings.letterhead()),
                        out));
    }
}
