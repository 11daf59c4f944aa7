package org.convergence.resources.ledger.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.convergence.directory.people.PageSection;
import org.convergence.directory.people.Party;
import org.convergence.directory.people.PartySection;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.list.ListRequest;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.PageParts;
import org.convergence.platform.shell.Tone;
import org.convergence.platform.text.Words;
import org.convergence.resources.ledger.InvoiceId;
import org.convergence.resources.ledger.InvoiceLetterSource.InvoiceLetter;
import org.convergence.resources.ledger.LedgerPermissions;
import org.convergence.resources.ledger.domain.AdvanceService;
import org.convergence.resources.ledger.domain.InvoiceQueries;
import org.convergence.resources.ledger.domain.InvoiceQueries.InvoiceFilter;
import org.convergence.resources.ledger.domain.InvoiceQueries.InvoiceSelection;
import org.convergence.resources.ledger.domain.InvoiceQueries.InvoiceSummary;
import org.convergence.resources.ledger.web.InvoicePage.MoneyPart;
import org.joda.money.Money;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** “Argent”, on the page of a party that has invoices. */
@Component
@Order(20)
@Requires(LedgerPermissions.READ)
record MoneySection(
        InvoiceQueries invoices,
        AdvanceService advances,
        InvoiceLetterFormatter letters,
        OrganisationSettings settings,
        PageParts parts)
        implements PartySection {

    private static final int SHOWN = 5;

    @Override
    public Optional<PageSection> show(Party party, Words t) {
        LocalDate today = settings.today();
        List<InvoiceSummary> latest = invoices.findSlice(
                        ListRequest.first(InvoiceFilter.ofParty(party, InvoiceSelection.ALL, today), SHOWN))
                .rows();
        List<Money> advance = advances.findLeft(party);
        if (latest.isEmpty() && advance.isEmpty()) {
            return Optional.empty();
        }
        InvoiceQueries.InvoiceSums owed = invoices.sum(InvoiceFilter.ofParty(party, InvoiceSelection.OPEN, today));
        Map<InvoiceId, List<InvoiceLetter>> sent =
                letters.find(latest.stream().map(InvoiceSummary::id).toList());
        String balance = owed.count() == 0
                ? t.say("ledger.part.settled")
                : t.say("ledger.part.owed", t.money(owed.balances()), owed.count());
        MoneyPart part = new MoneyPart(
                advance.isEmpty() ? balance : balance + " " + t.say("ledger.part.left", t.money(advance)),
                latest.stream()
                        .map(it -> row(it, sent.getOrDefault(it.id(), List.of()), today, t))
                        .toList(),
                LedgerUrls.HOME + "?which=ALL&party=" + party.value(),
                CurrentActor.get().may(LedgerPermissions.RECORD) ? LedgerUrls.newPayment(party) : null);
        return Optional.of(new PageSection(t.say("ledger.menu"), parts.render("resources/ledger/part", t, part)));
    }

    private static MoneyPart.MoneyInvoiceRow row(
            InvoiceSummary it, List<InvoiceLetter> letters, LocalDate today, Words t) {
        Tone tone = InvoicePage.tone(it.balance(), it.expectedOn(), today);
        return new MoneyPart.MoneyInvoiceRow(
                it.number(),
                LedgerUrls.invoice(it.id()),
                it.subject() + " · " + t.say("ledger.balance.of", t.money(it.balance()), t.money(it.total()))
                        + (letters.isEmpty()
                                ? ""
                                : " · " + InvoiceLetterFormatter.describe(letters.get(letters.size() - 1), t)),
                tone,
                t.say("ledger.state." + tone.name()));
    }
}
