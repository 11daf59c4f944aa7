package org.convergence.directory.people;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The directory, for higher modules: names to show, and choices for forms. Each call costs one query, whatever the
 * number of ids.
 */
public interface PeopleDirectory {

    /** The organisations' names by id, in the given order; deleted ones are left out. */
    Map<OrganisationId, OrganisationName> organisationNames(Collection<OrganisationId> ids);

    /** The people's names by id, in the given order; deleted ones are left out. */
    Map<PersonId, PersonName> personNames(Collection<PersonId> ids);

    /**
     * Locks a person's record until the transaction ends, so that a second use case on this person waits.
     *
     * @throws org.convergence.platform.database.NotFound where it is deleted
     */
    void lock(PersonId person);

    /** Organisations whose names match the typed text, best first; the latest entered where it is empty. */
    List<OrganisationName> findOrganisations(String typed, int limit);

    /** People whose names match the typed text, best first, without contact details. */
    List<PersonName> findPeople(String typed, int limit);

    /** Details that distinguish organisations of the same name: their place and their parents. */
    Map<OrganisationId, PartyChoice.HomonymDetails> aboutOrganisations(Collection<OrganisationId> ids);

    /** Details that distinguish people of the same name: their functions today, without contact details. */
    Map<PersonId, PartyChoice.HomonymDetails> aboutPeople(Collection<PersonId> ids);

    /** The organisation with exactly this name, regardless of accents and case. */
    Optional<OrganisationId> findOrganisationNamed(String name);

    /**
     * The organisation with exactly this name, short name or other name, regardless of accents and case; created where
     * there is none.
     */
    OrganisationId findOrCreateOrganisation(String name);

    /**
     * The chosen party, created in the directory if it is new.
     *
     * @throws IllegalStateException if none was chosen
     */
    default Party findOrCreate(ChosenParty chosen) {
        if (chosen.newcomer() != null) {
            return findOrCreateOrganisation(chosen.newcomer());
        }
        Party known = chosen.known();
        if (known == null) {
            throw new IllegalStateException("no party was chosen");
        }
        return known;
    }
}
