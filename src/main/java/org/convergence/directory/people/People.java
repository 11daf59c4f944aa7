package org.convergence.directory.people;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The directory, for the modules above: names for what they show, choices for what they ask. Each answer costs one
 * query, however many are asked for.
 */
public interface People {

    /** The organisations' names by id, in the order asked; those that are gone are left out. */
    Map<OrganisationId, OrganisationName> organisationNames(Collection<OrganisationId> ids);

    /** The people's names by id, in the order asked; those that are gone are left out. */
    Map<PersonId, PersonName> personNames(Collection<PersonId> ids);

    /** Organisations whose names fit what was typed, the best first; those entered last where nothing was typed. */
    List<OrganisationName> findOrganisations(String typed, int limit);

    /** People whose names fit what was typed, the best first. Their contact points are not told. */
    List<PersonName> findPeople(String typed, int limit);

    /** What tells organisations apart that bear one name: where they are and to whom they belong. */
    Map<OrganisationId, Choice.About> aboutOrganisations(Collection<OrganisationId> ids);

    /** What tells people apart who bear one name: what they do today. Their contact points are not told. */
    Map<PersonId, Choice.About> aboutPeople(Collection<PersonId> ids);

    /** The organisation that is called exactly so, without regard to accents and case. */
    Optional<OrganisationId> findOrganisationNamed(String name);

    /**
     * The organisation of exactly this name, short name or other name, without regard to accents and case; made where
     * there is none.
     */
    OrganisationId organisationNamed(String name);
}
