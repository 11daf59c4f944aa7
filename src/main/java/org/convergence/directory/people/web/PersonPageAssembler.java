package org.convergence.directory.people.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.convergence.directory.people.ChooserField;
import org.convergence.directory.people.IdentityReference.ErasureWarning;
import org.convergence.directory.people.PageSection;
import org.convergence.directory.people.PeoplePermissions;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.people.TextPlaces;
import org.convergence.directory.people.domain.PersonFacts;
import org.convergence.directory.people.domain.PersonQueries;
import org.convergence.directory.people.domain.PersonQueries.PersonFunctionLine;
import org.convergence.directory.people.web.OrganisationPageAssembler.OrganisationPage;
import org.convergence.directory.people.web.OrganisationPageAssembler.OrganisationPage.HeldFunctionRow;
import org.convergence.directory.people.web.OrganisationPageAssembler.OrganisationPage.PartyFact;
import org.convergence.directory.people.web.OrganisationPageAssembler.OrganisationPage.PartyLink;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.audit.ChangeHistory;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Conflict;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Assembles the page of a person. */
@Component
public record PersonPageAssembler(PersonQueries persons, OrganisationSettings settings, PartySections sections) {

    static String url(PersonId id) {
        return PersonListPage.LIST + "/" + id.value();
    }

    /** The page of an erased person; empty where they were not erased. */
    Optional<ErasedPersonPage> forgotten(PersonId id, Words t) {
        return persons.findErasureTime(id).map(at -> forgotten(id, persons.findNameRemoval(id), at, t));
    }

    private ErasedPersonPage forgotten(PersonId id, PersonQueries.NameRemovalState files, Instant at, Words t) {
        Map<String, Integer> places = new TreeMap<>();
        // A file would reveal the person's name, and a place what they were concerned by.
        boolean readable = CurrentActor.get().may(PeoplePermissions.FORGET);
        Map<String, Integer> counted = readable ? files.places() : null;
        if (counted != null) {
            counted.forEach((table, rows) -> places.merge(TextPlaces.describe(table, t), rows, Integer::sum));
        }
        return new ErasedPersonPage(
                at.atZone(settings.current().zone()).toLocalDate(),
                files.underWay() && !files.failed(),
                files.failed(),
                files.failed() && readable ? Form.named("retry") : null,
                url(id) + "/forget/retry",
                counted != null,
                places.entrySet().stream()
                        .map(each -> t.say("people.forgotten.place", each.getKey(), each.getValue()))
                        .toList(),
                readable ? links(files.left()) : List.of(),
                readable ? links(files.unread()) : List.of());
    }

    private static List<String> links(List<UUID> files) {
        return files.stream().map(each -> "/platform/document/" + each).toList();
    }

    PersonPage assemble(PersonId id, Words t) {
        PersonFacts facts = persons.findById(id).facts();
        List<PersonFunctionLine> functions = persons.findFunctions(id);
        LocalDate today = settings.today();
        List<HeldFunctionRow> now = held(functions, today, true, t);
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
                sections.assemble(id, t),
                ChangeHistory.of(persons.findChanges(id), "people.person", t),
                CurrentActor.get().may(PeoplePermissions.EDIT),
                CurrentActor.get().may(PeoplePermissions.DISCLOSE));
    }

    private static List<PartyFact> facts(PersonFacts facts, Words t) {
        List<PartyFact> all = new ArrayList<>();
        OrganisationPageAssembler.points(all, facts.contactPoints(), t);
        String inFull = (facts.givenName() + " " + facts.familyName()).strip();
        OrganisationPageAssembler.add(
                all, "people.field.full-name", facts.displayForm() == null ? null : inFull, null, t);
        OrganisationPageAssembler.add(all, "people.field.pronoun", facts.pronoun(), null, t);
        List<String> languages = facts.languages().stream().map(t::languageName).toList();
        OrganisationPageAssembler.add(
                all, "people.field.languages", languages.isEmpty() ? null : t.capital(t.list(languages)), null, t);
        return all;
    }

    private static List<HeldFunctionRow> held(
            List<PersonFunctionLine> functions, LocalDate today, boolean current, Words t) {
        return functions.stream()
                .filter(each -> each.period().contains(today) == current)
                .map(each -> new HeldFunctionRow(
                        each.title(),
                        new PartyLink(
                                each.organisation().name(),
                                OrganisationPageAssembler.url(
                                        each.organisation().id())),
                        DirectoryFormatter.period(each.period(), t),
                        "/directory/people/functions/" + each.id().value()))
                .toList();
    }

    /**
     * A person with their functions.
     *
     * @param past ended functions
     * @param mayAnswer whether the reader may give the person their data, or erase them
     */
    public record PersonPage(
            String url,
            String name,
            String lead,
            List<PartyFact> facts,
            @Nullable String note,
            List<HeldFunctionRow> functions,
            List<HeldFunctionRow> past,
            List<PageSection> sections,
            ChangeHistory history,
            boolean mayEdit,
            boolean mayAnswer) {}

    /**
     * The page of an erased person: only the day.
     *
     * @param underWay whether a job still removes the name from stored files
     * @param failed whether that job failed
     * @param retry the form that goes on with it, {@code null} for readers who may not erase people
     * @param counted whether the places that still name the person were counted; for accounts that may erase people
     * @param places these places, each with their number
     * @param files the files that still name the person and cannot be rewritten; for accounts that may erase people
     * @param unread the files that could not be read in full; for the same accounts
     */
    public record ErasedPersonPage(
            LocalDate day,
            boolean underWay,
            boolean failed,
            @Nullable Form retry,
            String retryUrl,
            boolean counted,
            List<String> places,
            List<String> files,
            List<String> unread) {}

    /**
     * The form of a person.
     *
     * @param title the person's name, {@code null} for a new one
     * @param at the organisation of a new person's function, {@code null} for an existing person
     * @param called others with the same name
     */
    public record PersonFormPage(
            @Nullable String title,
            String action,
            String cancel,
            Form form,
            @Nullable Conflict conflict,
            List<Option> languages,
            @Nullable ChooserField at,
            List<OrganisationPage.PartyLink> called) {

        /** The rows of mail addresses and telephone numbers. */
        public List<ContactPointForm.ContactPointRow> points() {
            return ContactPointForm.rows(form);
        }

        /** The page that gives a person's data. */
        public record AccessPage(String name, String url) {}

        /**
         * The confirmation before a person is erased.
         *
         * @param sealed whether the person is under a code name: a reason is required, and another person reviews it
         * @param search the search for other places with the name, to be read before
         */
        public record ErasurePage(
                String name, List<ErasureWarning> warnings, boolean sealed, String url, String search, Form form) {}
    }
}
