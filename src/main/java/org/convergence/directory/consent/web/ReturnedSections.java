package org.convergence.directory.consent.web;

import java.util.List;
import java.util.Optional;
import org.convergence.directory.consent.ConsentPermissions;
import org.convergence.directory.consent.domain.ReturnedAddresses;
import org.convergence.directory.people.OrganisationName;
import org.convergence.directory.people.OrganisationSection;
import org.convergence.directory.people.OrganisationSection.PageSection;
import org.convergence.directory.people.Party;
import org.convergence.directory.people.PersonName;
import org.convergence.directory.people.PersonSection;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.mail.Bounces.Bounced;
import org.convergence.platform.shell.Parts;
import org.convergence.platform.shell.Tone;
import org.convergence.platform.text.Words;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/** « Courriel revenu », on the page of a person or an organisation from whose address letters came back; else nothing. */
@Configuration(proxyBeanMethods = false)
class ReturnedSections {

    private static final int ORDER = 1;

    @Bean
    static PersonSection returnedFromPerson(Section section) {
        return new PersonSection() {
            @Override
            public int order() {
                return ORDER;
            }

            @Override
            public String permission() {
                return ConsentPermissions.READ;
            }

            @Override
            public Optional<PageSection> show(PersonName person, Words t) {
                return section.of(person.id(), "/directory/people/persons/", t);
            }
        };
    }

    @Bean
    static OrganisationSection returnedFromOrganisation(Section section) {
        return new OrganisationSection() {
            @Override
            public int order() {
                return ORDER;
            }

            @Override
            public String permission() {
                return ConsentPermissions.READ;
            }

            @Override
            public Optional<PageSection> show(OrganisationName organisation, Words t) {
                return section.of(organisation.id(), "/directory/people/organisations/", t);
            }
        };
    }

    /** The same for both. */
    @Component
    static class Section {

        private final ReturnedAddresses addresses;
        private final Parts parts;

        Section(ReturnedAddresses addresses, Parts parts) {
            this.addresses = addresses;
            this.parts = parts;
        }

        Optional<PageSection> of(Party party, String pages, Words t) {
            List<ReturnedPart.Row> rows = addresses.of(party).stream()
                    .map(each -> row(each.address(), each.said(), t))
                    .toList();
            String works =
                    CurrentActor.get().may(ConsentPermissions.RECORD) ? "/directory/consent/returned/works" : null;
            return rows.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new PageSection(
                            t.say("consent.returned"),
                            parts.of(
                                    "directory/consent/returned",
                                    t,
                                    new ReturnedPart(rows, works, pages + party.value()))));
        }

        private static ReturnedPart.Row row(String address, Bounced said, Words t) {
            return said.failing()
                    ? new ReturnedPart.Row(
                            address,
                            Tone.BAD,
                            t.say("consent.returned.failing"),
                            t.say("consent.returned.since", said.failed()))
                    : new ReturnedPart.Row(
                            address,
                            Tone.WARN,
                            t.say("consent.returned.late"),
                            t.say("consent.returned.delays", said.delays(), said.last()));
        }
    }
}
