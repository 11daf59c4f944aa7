package org.convergence.directory.people.web;

import java.util.List;
import java.util.Optional;
import org.convergence.directory.people.OrganisationName;
import org.convergence.directory.people.OrganisationSection;
import org.convergence.directory.people.OrganisationSection.PageSection;
import org.convergence.directory.people.Party;
import org.convergence.directory.people.PeoplePermissions;
import org.convergence.directory.people.PersonName;
import org.convergence.directory.people.PersonSection;
import org.convergence.directory.people.domain.merging.Aliases;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Parts;
import org.convergence.platform.text.Words;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** On the page of a person or an organisation: which records came to it, and how to take them apart. */
@Configuration(proxyBeanMethods = false)
class ReplacedSections {

    private static final int ORDER = 97;

    @Bean
    static PersonSection replacedPeople(Aliases aliases, OrganisationSettings settings, Parts parts) {
        return new PersonSection() {
            @Override
            public int order() {
                return ORDER;
            }

            @Override
            public String permission() {
                return PeoplePermissions.EDIT;
            }

            @Override
            public Optional<PageSection> show(PersonName person, Words t) {
                return section(aliases, settings, parts, person.id(), t);
            }
        };
    }

    @Bean
    static OrganisationSection replacedOrganisations(Aliases aliases, OrganisationSettings settings, Parts parts) {
        return new OrganisationSection() {
            @Override
            public int order() {
                return ORDER;
            }

            @Override
            public String permission() {
                return PeoplePermissions.EDIT;
            }

            @Override
            public Optional<PageSection> show(OrganisationName organisation, Words t) {
                return section(aliases, settings, parts, organisation.id(), t);
            }
        };
    }

    private static Optional<PageSection> section(
            Aliases aliases, OrganisationSettings settings, Parts parts, Party kept, Words t) {
        List<ReplacedPart.Replaced> records = aliases.replacedBy(kept).stream()
                .map(each -> new ReplacedPart.Replaced(
                        each.name(),
                        t.say(
                                "people.replaced.detail",
                                each.at().atZone(settings.current().zone()).toLocalDate(),
                                each.who()),
                        each.last() ? "/directory/people/replaced/" + each.id() + "/undo" : null))
                .toList();
        return records.isEmpty()
                ? Optional.empty()
                : Optional.of(new PageSection(
                        t.say("people.replaced"),
                        parts.of("directory/people/replaced-part", t, new ReplacedPart(records))));
    }
}
