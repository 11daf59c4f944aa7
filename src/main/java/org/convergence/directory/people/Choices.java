package org.convergence.directory.people;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.text.Fold;

/** The records to choose from: organisations or people. */
sealed interface Choices {

    /** Its key in addresses and messages. */
    String kind();

    List<Choice> named(Collection<UUID> ids);

    /** Those whose names match the typed text, best first. */
    List<Choice> find(String typed, int limit);

    /** The only record with this other name; empty where none or several have it. */
    Optional<UUID> otherwiseNamed(String name);

    /** As {@link #find}, each with what distinguishes it from homonyms. */
    List<Choice> findWithAbout(String typed, int limit);

    /** Whether the actor may create one from the chooser. */
    boolean mayCreate();

    /** Those with exactly this name, regardless of accents and case: the full name, otherwise the short one. */
    default List<UUID> exactly(String name) {
        String folded = Fold.of(name);
        List<Choice> near = find(name, 50);
        List<UUID> inFull = near.stream()
                .filter(each -> Fold.of(each.name()).equals(folded))
                .map(Choice::id)
                .toList();
        if (!inFull.isEmpty()) {
            return inFull;
        }
        List<UUID> inShort = near.stream()
                .filter(each -> Fold.of(each.brief()).equals(folded))
                .map(Choice::id)
                .toList();
        return inShort.isEmpty() ? otherwiseNamed(name).stream().toList() : inShort;
    }

    /** Organisations. */
    record OfOrganisations(People people) implements Choices {

        @Override
        public String kind() {
            return "organisations";
        }

        @Override
        public List<Choice> named(Collection<UUID> ids) {
            Map<OrganisationId, OrganisationName> names = people.organisationNames(
                    ids.stream().distinct().map(OrganisationId::new).toList());
            return names.values().stream().map(Choice::of).toList();
        }

        @Override
        public List<Choice> find(String typed, int limit) {
            return people.findOrganisations(typed, limit).stream()
                    .map(Choice::of)
                    .toList();
        }

        @Override
        public List<Choice> findWithAbout(String typed, int limit) {
            List<OrganisationName> found = people.findOrganisations(typed, limit);
            var about = people.aboutOrganisations(
                    found.stream().map(OrganisationName::id).toList());
            return found.stream()
                    .map(each -> Choice.of(each).with(about.get(each.id())))
                    .toList();
        }

        @Override
        public Optional<UUID> otherwiseNamed(String name) {
            return people.findOrganisationNamed(name).map(OrganisationId::value);
        }

        @Override
        public boolean mayCreate() {
            return CurrentActor.get().may(PeoplePermissions.EDIT);
        }
    }

    /** People. They are created on their own page, where homonyms are shown. */
    record OfPersons(People people) implements Choices {

        @Override
        public String kind() {
            return "persons";
        }

        @Override
        public List<Choice> named(Collection<UUID> ids) {
            Map<PersonId, PersonName> names = people.personNames(
                    ids.stream().distinct().map(PersonId::new).toList());
            return names.values().stream().map(Choice::of).toList();
        }

        @Override
        public List<Choice> find(String typed, int limit) {
            return people.findPeople(typed, limit).stream().map(Choice::of).toList();
        }

        @Override
        public List<Choice> findWithAbout(String typed, int limit) {
            List<PersonName> found = people.findPeople(typed, limit);
            var about = people.aboutPeople(found.stream().map(PersonName::id).toList());
            return found.stream()
                    .map(each -> Choice.of(each).with(about.get(each.id())))
                    .toList();
        }

        @Override
        public Optional<UUID> otherwiseNamed(String name) {
            return Optional.empty();
        }

        @Override
        public boolean mayCreate() {
            return false;
        }
    }
}
