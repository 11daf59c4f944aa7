package org.convergence.resources.ledger.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.convergence.directory.people.PageSection;
import org.convergence.directory.people.Party;
import org.convergence.directory.people.PartySection;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Parts;
import org.convergence.platform.shell.Tone;
import org.convergence.platform.text.Words;
import org.convergence.resources.ledger.InvoiceId;
import org.convergence.resources.ledger.InvoiceLetters.InvoiceLetter;
import org.convergence.resources.ledger.LedgerPermissions;
import org.convergence.resources.ledger.domain.Invoices;
import org.convergence.resources.ledger.domain.Invoices.Asked;
import org.convergence.resources.ledger.domain.Invoices.Line;
import org.convergence.resources.ledger.domain.Invoices.Which;
import org.springframework.stereotype.Component;

/** “Argent”, on the page of a party that has invoices. */
@Component
class MoneySection implements PartySection {

    private static final int SHOWN = 5;

    private final Invoices invoices;
    private final InvoiceLetterFormatter letters;
    private final OrganisationSettings settings;
    private final Parts parts;

    MoneySection(Invoices invoices, InvoiceLetterFormatter letters, OrganisationSettings settings, Parts parts) {
        this.invoices = invoices;
        this.letters = letters;
        this.settings = settings;
        this.parts = parts;
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public String permission() {
        return LedgerPermissions.READ;
    }

    @Override
    public Optional<PageSection> show(Party party, Words t) {
        LocalDate today = settings.today();
        Asked asked = new Asked(today, Which.ALL, party.value(), "", "");
        List<Line> latest = invoices.some(asked, null, SHOWN);
        if (latest.isEmpty()) {
            return Optional.empty();
        }
        Invoices.Sums owed = invoices.sums(new Asked(today, Which.OPEN, party.value(), "", ""));
        Map<InvoiceId, List<InvoiceLetter>> sent =
                letters.find(latest.stream().map(Line::id).toList());
        MoneyPart part = new MoneyPart(
                owed.count() == 0
                        ? t.say("ledger.part.settled")
                        : t.say("ledger.part.owed", t.money(owed.balances()), owed.count()),
                latest.stream()
                        .map(it -> row(it, sent.getOrDefault(it.id(), List.of()), today, t))
                        .toList(),
                Urls.HOME + "?which=ALL&party=" + party.value(),
                CurrentActor.get().may(LedgerPermissions.RECORD) ? Urls.newPayment(party) : null);
        return Optional.of(new PageSection(t.say("ledger.menu"), parts.of("resources/ledger/part", t, part)));
    }

    private static MoneyPart.Row row(Line it, List<InvoiceLetter> letters, LocalDate today, Words t) {
        Tone tone = BalanceTone.of(it.balance(), it.expectedOn(), today);
        return new MoneyPart.Row(
                it.number(),
                Urls.invoice(it.id()),
                it.subject() + " · " + t.say("ledger.balance.of", t.money(it.balance()), t.money(it.total()))
                        + (letters.isEmpty()
                                ? ""
                                : " · " + InvoiceLetterFormatter.say(letters.get(letters.size() - 1), t)),
                tone,
                t.say("ledger.state." + tone.name()));
    }
}
