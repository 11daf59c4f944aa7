package org.convergence.directory.people.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.convergence.directory.people.AffiliationNature;
import org.convergence.directory.people.ChosenParties;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.OrganisationName;
import org.convergence.directory.people.PeopleDirectory;
import org.convergence.directory.people.PeoplePermissions;
import org.convergence.directory.people.Period;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.people.PersonName;
import org.convergence.platform.access.Requires;
import org.convergence.platform.text.TextNormalizer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Enters people and organisations together with their functions and affiliations. */
@Service
@Transactional
@Requires(PeoplePermissions.EDIT)
public class NewcomerService {

    private static final int ALIKE = 20;

    private final OrganisationService organisations;
    private final PersonService persons;
    private final AppointmentService appointments;
    private final AffiliationService affiliations;
    private final PeopleDirectory people;

    NewcomerService(
            OrganisationService organisations,
            PersonService persons,
            AppointmentService appointments,
            AffiliationService affiliations,
            PeopleDirectory people) {
        this.organisations = organisations;
        this.persons = persons;
        this.appointments = appointments;
        this.affiliations = affiliations;
        this.people = people;
    }

    /**
     * The function of a newcomer.
     *
     * @param title as the organisation calls it
     * @param at one organisation, known or to be created
     */
    public record NewcomerFunction(
            String title,
            ChosenParties<OrganisationId> at,
            @Nullable LocalDate since) {}

    /**
     * Enters an organisation with its parents; unknown parents are created.
     *
     * @param anyway even if another has this name
     * @return empty if another has this name
     */
    @Transactional(label = "people.enter-organisation")
    public Optional<OrganisationId> createOrganisation(
            OrganisationFacts facts, ChosenParties<OrganisationId> parents, boolean anyway) {
        organisations.lockName(facts.name());
        if (!anyway && findOrganisationByName(facts.name()).isPresent()) {
            return Optional.empty();
        }
        OrganisationId id = organisations.create(facts);
        affiliate(id, parents, AffiliationNature.usualOf(facts.kind()), Period.ALWAYS);
        return Optional.of(id);
    }

    /** Affiliates an organisation to several others at once. */
    public void affiliate(
            OrganisationId member, ChosenParties<OrganisationId> parents, AffiliationNature nature, Period period) {
        all(parents).forEach(parent -> affiliations.affiliate(member, parent, nature, period));
    }

    /**
     * Enters a person with a function.
     *
     * @param anyway even if another has this name
     * @return empty if another has this name
     */
    @Transactional(label = "people.enter-person")
    public Optional<PersonId> createPerson(PersonFacts facts, @Nullable NewcomerFunction function, boolean anyway) {
        persons.lockName(facts.displayName());
        if (!anyway && !findPeopleByName(facts.displayName()).isEmpty()) {
            return Optional.empty();
        }
        PersonId id = persons.create(facts);
        if (function != null) {
            appoint(id, function, new Period(function.since(), null));
        }
        return Optional.of(id);
    }

    /** Records a function in organisations; unknown ones are created. */
    public void appoint(PersonId person, NewcomerFunction function, Period period) {
        all(function.at()).forEach(at -> appointments.appoint(person, at, function.title(), period));
    }

    /** The organisation with this name, regardless of accents and case. */
    @Transactional(readOnly = true)
    public Optional<OrganisationName> findOrganisationByName(String name) {
        return people.findOrganisationNamed(name)
                .map(id -> people.organisationNames(List.of(id)).get(id));
    }

    /** The people with this name. */
    @Transactional(readOnly = true)
    public List<PersonName> findPeopleByName(String name) {
        return people.findPeople(name, ALIKE).stream()
                .filter(each -> TextNormalizer.fold(each.name()).equals(TextNormalizer.fold(name)))
                .toList();
    }

    private List<OrganisationId> all(ChosenParties<OrganisationId> chosen) {
        return Stream.concat(
                        chosen.known().stream(), chosen.newcomers().stream().map(people::findOrCreateOrganisation))
                .distinct()
                .toList();
    }
}
