package org.convergence.resources.ledger.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.convergence.directory.people.OrganisationName;
import org.convergence.directory.people.OrganisationSection;
import org.convergence.directory.people.OrganisationSection.PageSection;
import org.convergence.directory.people.Party;
import org.convergence.directory.people.PersonName;
import org.convergence.directory.people.PersonSection;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Parts;
import org.convergence.platform.shell.Tone;
import org.convergence.platform.text.Words;
import org.convergence.resources.ledger.LedgerPermissions;
import org.convergence.resources.ledger.domain.Invoices;
import org.convergence.resources.ledger.domain.Invoices.Asked;
import org.convergence.resources.ledger.domain.Invoices.Line;
import org.convergence.resources.ledger.domain.Invoices.Which;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/** « Argent », on the page of whoever was ever asked for money. */
@Configuration(proxyBeanMethods = false)
class MoneySections {

    private static final int ORDER = 20;
    private static final int SHOWN = 5;

    @Bean
    static OrganisationSection moneyOfOrganisation(Section section) {
        return new OrganisationSection() {

            @Override
            public int order() {
                return ORDER;
            }

            @Override
            public String permission() {
                return LedgerPermissions.READ;
            }

            @Override
            public Optional<PageSection> show(OrganisationName organisation, Words t) {
                return section.of(organisation.id(), t);
            }
        };
    }

    @Bean
    static PersonSection moneyOfPerson(Section section) {
        return new PersonSection() {

            @Override
            public int order() {
                return ORDER;
            }

            @Override
            public String permission() {
                return LedgerPermissions.READ;
            }

            @Override
            public Optional<PageSection> show(PersonName person, Words t) {
                return section.of(person.id(), t);
            }
        };
    }

    /** The same for both. */
    @Component
    static class Section {

        private final Invoices invoices;
        private final OrganisationSettings settings;
        private final Parts parts;

        Section(Invoices invoices, OrganisationSettings settings, Parts parts) {
            this.invoices = invoices;
            this.settings = settings;
            this.parts = parts;
        }

        Optional<PageSection> of(Party party, Words t) {
            LocalDate today = settings.today();
            Asked asked = new Asked(today, Which.ALL, party.value(), "", "");
            List<Line> latest = invoices.some(asked, null, SHOWN);
            if (latest.isEmpty()) {
                return Optional.empty();
            }
            Invoices.Sums owed = invoices.sums(new Asked(today, Which.OPEN, party.value(), "", ""));
            MoneyPart part = new MoneyPart(
                    owed.count() == 0
                            ? t.say("ledger.part.settled")
                            : t.say("ledger.part.owed", Monies.of(owed.balances(), t), owed.count()),
                    latest.stream().map(it -> row(it, today, t)).toList(),
                    Urls.HOME + "?which=ALL&party=" + party.value(),
                    CurrentActor.get().may(LedgerPermissions.RECORD) ? Urls.newPayment(party) : null);
            return Optional.of(new PageSection(t.say("ledger.menu"), parts.of("resources/ledger/part", t, part)));
        }

        private static MoneyPart.Row row(Line it, LocalDate today, Words t) {
            Tone tone = Monies.tone(it.balance(), it.expectedOn(), today);
            return new MoneyPart.Row(
                    it.number(),
                    Urls.invoice(it.id()),
                    it.subject() + " · "
                            + t.say("ledger.balance.of", Monies.of(it.balance(), t), Monies.of(it.total(), t)),
                    tone,
                    t.say("ledger.state." + tone.name()));
        }
    }
}
