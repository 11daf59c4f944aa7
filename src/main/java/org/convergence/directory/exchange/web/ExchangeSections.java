package org.convergence.directory.exchange.web;

import java.util.List;
import java.util.Optional;
import org.convergence.directory.exchange.ExchangePermissions;
import org.convergence.directory.exchange.domain.ExchangeFilter;
import org.convergence.directory.exchange.domain.ExchangeList;
import org.convergence.directory.people.OrganisationName;
import org.convergence.directory.people.OrganisationSection;
import org.convergence.directory.people.OrganisationSection.PageSection;
import org.convergence.directory.people.PersonName;
import org.convergence.directory.people.PersonSection;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.shell.Parts;
import org.convergence.platform.text.Words;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/** « Échanges », on the pages of a person and of an organisation: the last ones, how many there are, and the gesture. */
@Configuration(proxyBeanMethods = false)
class ExchangeSections {

    private static final int ORDER = 30;

    @Bean
    static PersonSection exchangesOfPerson(Section section) {
        return new PersonSection() {

            @Override
            public int order() {
                return ORDER;
            }

            @Override
            public String permission() {
                return ExchangePermissions.READ;
            }

            @Override
            public Optional<PageSection> show(PersonName person, Words t) {
                String id = person.id().value().toString();
                return Optional.of(section.of(
                        ExchangeFilter.with(person.id()), "person=" + id, "/directory/people/persons/" + id, t));
            }
        };
    }

    @Bean
    static OrganisationSection exchangesOfOrganisation(Section section) {
        return new OrganisationSection() {

            @Override
            public int order() {
                return ORDER;
            }

            @Override
            public String permission() {
                return ExchangePermissions.READ;
            }

            @Override
            public Optional<PageSection> show(OrganisationName organisation, Words t) {
                String id = organisation.id().value().toString();
                return Optional.of(section.of(
                        ExchangeFilter.with(organisation.id()),
                        "organisation=" + id,
                        "/directory/people/organisations/" + id,
                        t));
            }
        };
    }

    /** The same for both. */
    @Component
    static class Section {

        private static final int SHOWN = 5;

        private final ExchangeList list;
        private final Parts parts;

        Section(ExchangeList list, Parts parts) {
            this.list = list;
            this.parts = parts;
        }

        PageSection of(ExchangeFilter filter, String asked, String from, Words t) {
            List<ExchangesPage.Row> rows = list.some(filter, null, SHOWN).stream()
                    .map(line -> ExchangesPages.row(line, t))
                    .toList();
            var count = list.count(filter);
            String add = CurrentActor.get().may(ExchangePermissions.RECORD)
                    ? ExchangePage.LIST + "/new?" + asked + "&from=" + from
                    : null;
            String all = count.count() > rows.size() ? ExchangePage.LIST + "?" + asked : null;
            var part = new ExchangesPart(
                    t.say("exchange.count", count.count(), t.count(count.count(), count.more())), rows, add, all);
            return new PageSection(t.say("exchange.list"), parts.of("directory/exchange/part", t, part));
        }
    }
}
