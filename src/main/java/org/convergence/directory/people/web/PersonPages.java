package org.convergence.directory.people.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.convergence.directory.people.PeoplePermissions;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.people.domain.PersonFacts;
import org.convergence.directory.people.domain.PersonReading;
import org.convergence.directory.people.domain.PersonReading.FunctionLine;
import org.convergence.directory.people.web.OrganisationPage.Fact;
import org.convergence.directory.people.web.OrganisationPage.Held;
import org.convergence.directory.people.web.OrganisationPage.Link;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.audit.History;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.text.Words;
import org.springframework.stereotype.Component;

/** Assembles the page of a person. */
@Component
class PersonPages {

    private final PersonReading reading;
    private final OrganisationSettings settings;
    private final PartySections sections;

    PersonPages(PersonReading reading, OrganisationSettings settings, PartySections sections) {
        this.reading = reading;
        this.settings = settings;
        this.sections = sections;
    }

    static String url(PersonId id) {
        return PersonsAsked.LIST + "/" + id.value();
    }

    /** The page of an erased person; empty where they were not erased. */
    Optional<ForgottenPage> forgotten(PersonId id) {
        return reading.forgotten(id).map(at -> forgotten(reading.inFiles(id), at));
    }

    private ForgottenPage forgotten(PersonReading.InFiles files, Instant at) {
        return new ForgottenPage(
                at.atZone(settings.current().zone()).toLocalDate(),
                files.underWay(),
                // A file would reveal the person's name.
                CurrentActor.get().may(PeoplePermissions.FORGET)
                        ? files.left().stream()
                                .map(each -> "/platform/document/" + each)
                                .toList()
                        : List.of());
    }

    PersonPage of(PersonId id, Words t) {
        PersonFacts facts = reading.find(id).facts();
        List<FunctionLine> functions = reading.functions(id);
        LocalDate today = settings.today();
        List<Held> now = held(functions, today, true, t);
        return new PersonPage(
                url(id),
                facts.displayName(),
                now.isEmpty()
                        ? ""
                        : now.get(0).title() + ", " + now.get(0).who().name(),
                facts(facts, t),
                facts.note(),
                now,
                held(functions, today, false, t),
                sections.of(id, t),
                History.of(reading.changes(id), "people.person", t),
                CurrentActor.get().may(PeoplePermissions.EDIT),
                CurrentActor.get().may(PeoplePermissions.DISCLOSE));
    }

    private static List<Fact> facts(PersonFacts facts, Words t) {
        List<Fact> all = new ArrayList<>();
        OrganisationPages.points(all, facts.contactPoints(), t);
        String inFull = (facts.givenName() + " " + facts.familyName()).strip();
        OrganisationPages.add(all, "people.field.full-name", facts.displayForm() == null ? null : inFull, null, t);
        OrganisationPages.add(all, "people.field.pronoun", facts.pronoun(), null, t);
        List<String> languages = facts.languages().stream().map(t::languageName).toList();
        OrganisationPages.add(
                all, "people.field.languages", languages.isEmpty() ? null : t.capital(t.list(languages)), null, t);
        return all;
    }

    private static List<Held> held(List<FunctionLine> functions, LocalDate today, boolean current, Words t) {
        return functions.stream()
                .filter(each -> each.period().contains(today) == current)
                .map(each -> new Held(
                        each.title(),
                        new Link(
                                each.organisation().name(),
                                OrganisationPages.url(each.organisation().id())),
                        Saying.period(each.period(), t),
                        "/directory/people/functions/" + each.id().value()))
                .toList();
    }
}
