package org.convergence.directory.people.domain.imports;

import org.convergence.directory.people.AffiliationId;
import org.convergence.directory.people.FunctionId;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.people.domain.Appointments;
import org.convergence.directory.people.domain.Network;
import org.convergence.directory.people.domain.OrganisationReading;
import org.convergence.directory.people.domain.OrganisationRegister;
import org.convergence.directory.people.domain.PersonReading;
import org.convergence.directory.people.domain.PersonRegister;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.Refused;
import org.convergence.platform.imports.Made;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Undoes one thing that an import created or changed, by the ordinary use cases. */
@Component
class Restoration {

    private final OrganisationRegister organisations;
    private final OrganisationReading organisationReading;
    private final PersonRegister persons;
    private final PersonReading personReading;
    private final Network network;
    private final Appointments appointments;

    Restoration(
            OrganisationRegister organisations,
            OrganisationReading organisationReading,
            PersonRegister persons,
            PersonReading personReading,
            Network network,
            Appointments appointments) {
        this.organisations = organisations;
        this.organisationReading = organisationReading;
        this.persons = persons;
        this.personReading = personReading;
        this.network = network;
        this.appointments = appointments;
    }

    /**
     * @throws org.convergence.platform.database.EditConflict where it was changed since
     * @throws Refused where something references it
     * @throws NotFound where it is gone
     */
    void restore(Made made) {
        Integer before = made.before();
        switch (Thing.valueOf(made.thing())) {
            case FUNCTION -> appointments.withdraw(new FunctionId(made.id()), made.after());
            case AFFILIATION -> network.withdraw(new AffiliationId(made.id()), made.after());
            case PERSON -> restorePerson(new PersonId(made.id()), before, made.after());
            case ORGANISATION -> restoreOrganisation(new OrganisationId(made.id()), before, made.after());
        }
    }

    private void restorePerson(PersonId id, @Nullable Integer before, int after) {
        if (before != null) {
            persons.change(id, after, personReading.factsAt(id, before).orElseThrow(() -> new NotFound("version")));
        } else if (personReading.functions(id).isEmpty()) {
            persons.remove(id, after);
        } else {
            throw new Refused("people.person.in-use");
        }
    }

    private void restoreOrganisation(OrganisationId id, @Nullable Integer before, int after) {
        if (before != null) {
            organisations.change(
                    id, after, organisationReading.factsAt(id, before).orElseThrow(() -> new NotFound("version")));
        } else if (organisationReading.ties(id).isEmpty()) {
            organisations.remove(id, after);
        } else {
            throw new Refused("people.organisation.in-use");
        }
    }
}
