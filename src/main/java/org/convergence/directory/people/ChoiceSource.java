package org.convergence.directory.people;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.text.TextNormalizer;

/**
 * The records to choose from: organisations, people, or others, whose module contributes a bean of this type.
 */
public interface ChoiceSource {

    /** Its key in addresses and messages. */
    String kind();

    List<PartyChoice> findByIds(Collection<UUID> ids);

    /** The options whose names match the typed text, best first. */
    List<PartyChoice> search(String typed, int limit);

    /** The only record with this other name; empty where none or several have it. */
    default Optional<UUID> findByOtherName(String name) {
        return Optional.empty();
    }

    /** As {@link #search}, each with details that distinguish it from others of the same name. */
    default List<PartyChoice> searchWithDetails(String typed, int limit) {
        return search(typed, limit);
    }

    /** Whether the actor may create one from the chooser. */
    default boolean mayCreate() {
        return false;
    }

    /**
     * The ids of the options with exactly this name, regardless of accents and case: the full name, otherwise the short
     * one.
     */
    default List<UUID> findExactly(String name) {
        String folded = TextNormalizer.fold(name);
        List<PartyChoice> near = search(name, 50);
        List<UUID> inFull = near.stream()
                .filter(each -> TextNormalizer.fold(each.name()).equals(folded))
                .map(PartyChoice::id)
                .toList();
        if (!inFull.isEmpty()) {
            return inFull;
        }
        List<UUID> inShort = near.stream()
                .filter(each -> TextNormalizer.fold(each.brief()).equals(folded))
                .map(PartyChoice::id)
                .toList();
        return inShort.isEmpty() ? findByOtherName(name).stream().toList() : inShort;
    }

    /**
     * Organisations.
     *
     * @param known whether only those of the directory are meant, so that none is created
     */
    record OrganisationChoiceSource(PeopleDirectory people, boolean known) implements ChoiceSource {

        @Override
        public String kind() {
            return "organisations";
        }

        @Override
        public List<PartyChoice> findByIds(Collection<UUID> ids) {
            Map<OrganisationId, OrganisationName> names = people.organisationNames(
                    ids.stream().distinct().map(OrganisationId::new).toList());
            return names.values().stream().map(PartyChoice::of).toList();
        }

        @Override
        public List<PartyChoice> search(String typed, int limit) {
            return people.findOrganisations(typed, limit).stream()
                    .map(PartyChoice::of)
                    .toList();
        }

        @Override
        public List<PartyChoice> searchWithDetails(String typed, int limit) {
            List<OrganisationName> found = people.findOrganisations(typed, limit);
            var about = people.aboutOrganisations(
                    found.stream().map(OrganisationName::id).toList());
            return found.stream()
                    .map(each -> PartyChoice.of(each).with(about.get(each.id())))
                    .toList();
        }

        @Override
        public Optional<UUID> findByOtherName(String name) {
            return people.findOrganisationNamed(name).map(OrganisationId::value);
        }

        @Override
        public boolean mayCreate() {
            return !known && CurrentActor.get().may(PeoplePermissions.EDIT);
        }
    }

    /** People. They are created on their own page, where homonyms are shown. */
    record PersonChoiceSource(PeopleDirectory people) implements ChoiceSource {

        @Override
        public String kind() {
            return "persons";
        }

        @Override
        public List<PartyChoice> findByIds(Collection<UUID> ids) {
            Map<PersonId, PersonName> names = people.personNames(
                    ids.stream().distinct().map(PersonId::new).toList());
            return names.values().stream().map(PartyChoice::of).toList();
        }

        @Override
        public List<PartyChoice> search(String typed, int limit) {
            return people.findPeople(typed, limit).stream().map(PartyChoice::of).toList();
        }

        @Override
        public List<PartyChoice> searchWithDetails(String typed, int limit) {
            List<PersonName> found = people.findPeople(typed, limit);
            var about = people.aboutPeople(found.stream().map(PersonName::id).toList());
            return found.stream()
                    .map(each -> PartyChoice.of(each).with(about.get(each.id())))
                    .toList();
        }
    }
}
